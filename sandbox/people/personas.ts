/** Everybody in the sandbox, and how they are found. */
import type { LogInKind } from '../../src/brokering/authentication.ts'
import type { ProviderKey } from '../data/providers.ts'
import { locum } from './locum.ts'
import { peopleWhoAreRefused } from './people-who-are-refused.ts'
import { peopleWhoArrive } from './people-who-arrive.ts'
import { peopleWhoEnrol } from './people-who-enrol.ts'
import { peopleWhoRunSeb } from './people-who-run-seb.ts'
import type { Persona, PersonaLogIn } from './persona.ts'
import { regionAdministrator } from './region-administrator.ts'

export const personas: readonly Persona[] = [
  ...peopleWhoArrive,
  locum,
  regionAdministrator,
  ...peopleWhoAreRefused,
  ...peopleWhoEnrol,
  ...peopleWhoRunSeb,
]

export function personaByKey(key: string | null | undefined): Persona | undefined {
  return personas.find((persona) => persona.key === key)
}

/** One row of an identity provider's page. */
export interface Choice {
  persona: Persona
  logIn: PersonaLogIn
  /** What the form sends: `anna-0`. */
  value: string
}

/** Everybody who can log in at a provider, in one of these ways. */
export function choicesAt(provider: ProviderKey, kinds: readonly LogInKind[]): Choice[] {
  return personas.flatMap((persona) =>
    persona.logIns.flatMap((logIn, index) =>
      logIn.provider === provider && kinds.includes(logIn.kind)
        ? [{ persona, logIn, value: `${persona.key}-${index}` }]
        : [],
    ),
  )
}
