/** Reads what was typed about a service and says what is wrong with it, field by field. */
import type { Trx } from '../../../../storage/database.ts'
import type { FormFields } from '../../../../web/form.ts'
import { type TextMistake, textMistake, typedText } from '../form/text-mistake.ts'
import type { ServiceFacts } from '../service.store.ts'

/** As typed: what a failed form shows again. Names are the fields'. */
export interface TypedFacts {
  'navn-da': string
  'navn-en': string
  'kort-navn': string
  'beskrivelse-da': string
  'beskrivelse-en': string
  adresse: string
  kontakt: string
  ejer: string
  maalgruppe: ServiceFacts['audience']
  miljoe: ServiceFacts['environment']
  adgang: ServiceFacts['access']
  niveau: ServiceFacts['lowestAssurance']
  kinds: ServiceFacts['logInKinds']
  kritisk: boolean
  aktiv: boolean
}

export type FactsMistake = TextMistake | 'not-web' | 'no-organisation' | 'no-choice'

/** What an owner writes; the rest is system management's. */
const ownersFields = ['beskrivelse-da', 'beskrivelse-en', 'kontakt'] as const
const textFields = ['navn-da', 'navn-en', 'kort-navn', ...ownersFields, 'adresse', 'ejer'] as const
export const choices = {
  maalgruppe: ['professional', 'citizen', 'both'],
  miljoe: ['test', 'production'],
  adgang: ['role', 'account', 'authenticated'],
  niveau: ['Low', 'Substantial', 'High'],
  kinds: ['professional', 'person'],
} as const

export function factsAsTyped(facts: ServiceFacts): TypedFacts {
  return {
    'navn-da': facts.nameDa,
    'navn-en': facts.nameEn,
    'kort-navn': facts.shortName,
    'beskrivelse-da': facts.descriptionDa,
    'beskrivelse-en': facts.descriptionEn,
    adresse: facts.address ?? '',
    kontakt: facts.contact ?? '',
    ejer: facts.ownerCvr ?? '',
    maalgruppe: facts.audience,
    miljoe: facts.environment,
    adgang: facts.access,
    niveau: facts.lowestAssurance,
    kinds: facts.logInKinds,
    kritisk: facts.critical,
    aktiv: facts.enabled,
  }
}

export const emptyFacts: TypedFacts = {
  'navn-da': '',
  'navn-en': '',
  'kort-navn': '',
  'beskrivelse-da': '',
  'beskrivelse-en': '',
  adresse: '',
  kontakt: '',
  ejer: '',
  maalgruppe: 'professional',
  miljoe: 'test',
  adgang: 'role',
  niveau: 'Substantial',
  kinds: ['professional'],
  kritisk: false,
  aktiv: true,
}

/** An owner's other fields are what they were, whatever was sent. */
export function readTypedFacts(form: FormFields, as: 'management' | 'owner', before: TypedFacts): TypedFacts {
  const fields = as === 'owner' ? ownersFields : textFields
  const texts = Object.fromEntries(fields.map((name) => [name, typedText(form, name)] as const))
  if (as === 'owner') return { ...before, ...texts }
  const chosen = <Choice extends string>(name: string, among: readonly Choice[], otherwise: Choice): Choice => {
    const value = form.get(name)
    return among.find((choice) => choice === value) ?? otherwise
  }
  return {
    ...before,
    ...texts,
    maalgruppe: chosen('maalgruppe', choices.maalgruppe, before.maalgruppe),
    miljoe: chosen('miljoe', choices.miljoe, before.miljoe),
    adgang: chosen('adgang', choices.adgang, before.adgang),
    niveau: chosen('niveau', choices.niveau, before.niveau),
    kinds: choices.kinds.filter((kind) => form.get(`log-in-${kind}`) !== null),
    kritisk: form.get('kritisk') !== null,
    aktiv: form.get('aktiv') !== null,
  }
}

const longest: Partial<Record<keyof TypedFacts, number>> = {
  'beskrivelse-da': 1000,
  'beskrivelse-en': 1000,
  adresse: 1000,
  kontakt: 500,
}
const needed: readonly string[] = ['navn-da', 'navn-en', 'kort-navn']

/** The organisation's id where it is known; mistakes by field. */
export async function checkFacts(
  trx: Trx,
  typed: TypedFacts,
): Promise<{ mistakes: Record<string, FactsMistake>; ownerId: string | null }> {
  const mistakes: Record<string, FactsMistake> = {}
  for (const name of textFields) {
    const mistake = textMistake(typed[name], { longest: longest[name] ?? 256, needed: needed.includes(name) })
    if (mistake) mistakes[name] = mistake
  }
  if (!mistakes['adresse'] && typed.adresse !== '' && !isWebAddress(typed.adresse)) mistakes['adresse'] = 'not-web'
  if (typed.kinds.length === 0) mistakes['log-in'] = 'no-choice'
  const ownerId = await findOwner(trx, typed.ejer)
  if (typed.ejer !== '' && ownerId === null) mistakes['ejer'] ??= 'no-organisation'
  return { mistakes, ownerId }
}

/** Where people are sent to open it. http only for this very machine, where it is tried out. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[!-~]+$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const local = hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1'
  return (protocol === 'https:' || local) && username === '' && password === ''
}

async function findOwner(trx: Trx, cvr: string): Promise<string | null> {
  if (!/^\d{8}$/.test(cvr)) return null
  const row = await trx.selectFrom('organisation').select('id').where('cvr', '=', cvr).executeTakeFirst()
  return row?.id ?? null
}
