/** The fields about what a service is, and the mistakes in them, in words. */
import { fillText } from '../../../../web/fill.ts'
import type { Language } from '../../../../web/languages.ts'
import type { RoleMistake } from '../roles/read-role.ts'
import { servicesText } from '../text.ts'
import type { FactsMistake } from './read-facts.ts'

type Mistake = FactsMistake | Extract<RoleMistake, 'key-malformed' | 'key-taken'> | 'metadata-fault'

export function factsMistakesInWords(
  mistakes: Readonly<Record<string, Mistake>>,
  language: Language,
): Record<string, string> {
  const text = servicesText[language]
  return Object.fromEntries(
    Object.entries(mistakes).map(([field, mistake]) => [
      field,
      fillText(text.mistakes[mistake], { field: labelOf(field, language) }),
    ]),
  )
}

export function labelOf(field: string, language: Language): string {
  const { form: text, ...words } = servicesText[language]
  const labels: Readonly<Record<string, string>> = {
    'navn-da': text.nameDa,
    'navn-en': text.nameEn,
    'kort-navn': text.shortName,
    'beskrivelse-da': text.descriptionDa,
    'beskrivelse-en': text.descriptionEn,
    adresse: words.address,
    kontakt: words.contact,
    ejer: words.owner,
    maalgruppe: words.audience,
    miljoe: words.environment,
    adgang: words.access,
    niveau: words.lowestAssurance,
    kinds: words.logInKinds,
    'log-in': words.logInKinds,
    kritisk: words.critical,
    aktiv: words.status,
    noegle: words.key,
    metadata: text.metadata,
  }
  return labels[field] ?? field
}
