/** How the people of the sandbox come into the administration, and into a demo service, through a browser. */
import assert from 'node:assert/strict'
import { providerPath, servicePath } from '../../sandbox/addresses.ts'
import { providers } from '../../sandbox/data/providers.ts'
import type { ServiceKey } from '../../sandbox/data/services.ts'
import { fullName } from '../../sandbox/people/persona.ts'
import { personaByKey } from '../../sandbox/people/personas.ts'
import { serviceText } from '../../sandbox/service/text.ts'
import { adminText } from '../../src/access/admin/pages/text.ts'
import { discoveryText } from '../../src/discovery/text.ts'
import type { Way as LogInWay } from '../support/sandbox-stage.ts'
import type { Visitor } from './visitor.ts'

type Language = 'da' | 'en'

/** Opens `/admin` and logs in to it as somebody who administers. */
export async function enterAdministration(visitor: Visitor, key: string, language: Language): Promise<void> {
  const persona = personaByKey(key)
  assert.ok(persona?.administration)
  await visitor.go('/admin')
  await logIn(visitor, key, persona.administration.way, language, ({ pathname }) => pathname.startsWith('/admin'))
  const [staff] = persona.staff ?? []
  if (staff) await visitor.press(new RegExp(adminText[language].capacities[staff.capacity]))
}

/** Logs in to a demo service from its page; `ends`: at the service, or at SEB, which says no. */
export async function enterService(
  visitor: Visitor,
  key: string,
  at: { service: ServiceKey; way: LogInWay; ends: 'in' | 'refused' },
  language: Language,
): Promise<void> {
  const { page } = servicePath(at.service)
  await visitor.go(page)
  await visitor.leave(serviceText[language].logIn)
  await logIn(visitor, key, at.way, language, ({ pathname }) =>
    at.ends === 'in' ? pathname === page : pathname === '/login/afvist',
  )
}

/** From where one chooses how to log in, or is led to straight away. */
export async function logIn(
  visitor: Visitor,
  key: string,
  way: LogInWay,
  language: Language,
  there: (url: URL) => boolean,
): Promise<void> {
  const persona = personaByKey(key)
  assert.ok(persona)
  const { page } = visitor
  const text = discoveryText[language]
  if (new URL(page.url()).pathname === '/login/vaelg') {
    if (providers[way.provider].kind === 'nemlog-in') {
      await visitor.leave(new RegExp(`^${way.kind === 'person' ? text.person : text.professional}`))
    } else {
      await visitor.press(text.local)
      await visitor.leave(new RegExp(providers[way.provider].names[language]))
    }
  }
  await visitor.arrive((url) => url.pathname === providerPath(way.provider).logIn)
  await visitor.leave(new RegExp(fullName(persona)))
  await visitor.arrive(there)
}
