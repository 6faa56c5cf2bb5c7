/**
 * What this browser remembers of choices: for each service a ticked "Husk mit valg", and which log-ins were used last.
 * Kept in cookies of our own, readable by no service, with nothing of the person in them.
 */
import type { Choice } from './choice.ts'
import { readChoice, writeChoice } from './choice.ts'

export const rememberedCookie = 'seb_husket'
export const lastUsedCookie = 'seb_sidst'
/** One year, in seconds. */
export const rememberedFor = 365 * 24 * 60 * 60

/** A cookie holds 4,096 bytes; a choice takes about 90. */
const mostRemembered = 25
const mostLastUsed = 3

/** Service id → choice, the newest last. */
export type RememberedChoices = ReadonlyMap<string, Choice>

export function readRemembered(cookie: string | undefined): RememberedChoices {
  const entries = (cookie ?? '').split('~').flatMap((entry) => {
    const [serviceId = '', value] = entry.split('=')
    const choice = readChoice(value)
    return serviceId && choice ? [[serviceId, choice] as const] : []
  })
  return new Map(entries)
}

export function writeRemembered(choices: RememberedChoices): string {
  return [...choices]
    .slice(-mostRemembered)
    .map(([serviceId, choice]) => `${serviceId}=${writeChoice(choice)}`)
    .join('~')
}

/** With the choice for this service renewed, or taken away when it is null. */
export function withChoice(choices: RememberedChoices, serviceId: string, choice: Choice | null): RememberedChoices {
  const others = [...choices].filter(([id]) => id !== serviceId)
  return new Map(choice ? [...others, [serviceId, choice]] : others)
}

/** The newest first. */
export function readLastUsed(cookie: string | undefined): Choice[] {
  return (cookie ?? '').split('~').flatMap((value) => readChoice(value) ?? [])
}

export function writeLastUsed(known: readonly Choice[], newest: Choice): string {
  const value = writeChoice(newest)
  return [value, ...known.map(writeChoice).filter((other) => other !== value)].slice(0, mostLastUsed).join('~')
}
