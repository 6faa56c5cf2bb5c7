/**
 * What the sandbox remembers in the browser itself: whose story is being followed, which answer is to be broken, which
 * services are silent. One cookie that says nothing about anybody real; two people who try at once do not disturb each other.
 */
import type { Context } from 'hono'
import type { WebEnv } from '../src/web/context.ts'
import { readCookie, writeCookie } from '../src/web/cookies.ts'
import { isProviderKey, type ProviderKey, providerKeys } from './data/providers.ts'
import { isServiceKey, type ServiceKey } from './data/services.ts'
import { type FaultKey, isFaultKey } from './idp/faults.ts'
import type { Persona, Story } from './people/persona.ts'
import { personaByKey } from './people/personas.ts'

export interface BrowserNotes {
  /** The story a newcomer is led through. */
  following: { persona: Persona; story: Story; index: number } | null
  faults: ReadonlyMap<ProviderKey, FaultKey>
  silent: ReadonlySet<ServiceKey>
}

const cookieName = 'seb_sandbox'

export function readNotes(c: Context<WebEnv>, secure: boolean): BrowserNotes {
  const fields = new URLSearchParams(readCookie(c, cookieName, secure) ?? '')
  const faults = providerKeys.flatMap((key): [ProviderKey, FaultKey][] => {
    const fault = fields.get(`fault-${key}`)
    return isFaultKey(fault) ? [[key, fault]] : []
  })
  return {
    following: readFollowing(fields.get('story')),
    faults: new Map(faults),
    silent: new Set((fields.get('silent') ?? '').split('.').filter(isServiceKey)),
  }
}

export function writeNotes(c: Context<WebEnv>, secure: boolean, { following, faults, silent }: BrowserNotes): void {
  const fields = new URLSearchParams()
  if (following) fields.set('story', `${following.persona.key}-${following.index}`)
  for (const [provider, fault] of faults) fields.set(`fault-${provider}`, fault)
  if (silent.size > 0) fields.set('silent', [...silent].join('.'))
  writeCookie(c, cookieName, fields.toString(), { secure })
}

/** `anna-0`: the person and which of their stories. */
export function readFollowing(text: string | null | undefined): BrowserNotes['following'] {
  const [, key, number] = /^([a-z]+)-([0-9])$/.exec(text ?? '') ?? []
  const persona = personaByKey(key)
  const index = Number(number)
  const story = persona?.stories[index]
  return persona && story ? { persona, story, index } : null
}

/** The notes with the fault of one provider set, or taken back. */
export function withFault(notes: BrowserNotes, provider: string | null, fault: string | null): BrowserNotes {
  if (!isProviderKey(provider)) return notes
  const faults = new Map(notes.faults)
  if (isFaultKey(fault)) faults.set(provider, fault)
  else faults.delete(provider)
  return { ...notes, faults }
}

/** The notes with a service made silent, or made to answer again. */
export function withSilence(notes: BrowserNotes, service: ServiceKey, isSilent: boolean): BrowserNotes {
  const silent = new Set(notes.silent)
  if (isSilent) silent.add(service)
  else silent.delete(service)
  return { ...notes, silent }
}
