/** What another has saved of an identity provider, where it is not what was typed. */
import type { Language } from '../../../web/languages.ts'
import { managementText } from '../text.ts'
import type { ProviderTerms } from './save-provider.ts'
import { providersText } from './text.ts'

export function standsInstead(stands: ProviderTerms, typed: ProviderTerms, language: Language): [string, string][] {
  const [now, written] = [inWords(stands, language), inWords(typed, language)]
  return now.filter(([, value], at) => value !== written[at]?.[1])
}

function inWords(terms: ProviderTerms, language: Language): [string, string][] {
  const text = providersText[language]
  const { settings, category, highestAssurance } = terms
  const yesOrNo = (yes: boolean) => managementText[language][yes ? 'yes' : 'no']
  return [
    [text.nameDa, terms.nameDa],
    [text.nameEn, terms.nameEn],
    [text.category, category ? text.categories[category] : ''],
    [text.region, terms.region],
    [text.municipality, terms.municipality],
    [text.aliases, terms.aliases.join(', ')],
    [text.keywords, terms.keywords.join(', ')],
    [text.allowedCvrs, terms.allowedCvrs.join(', ')],
    [text.highest, highestAssurance ? text.levels[highestAssurance] : ''],
    [text.logInKinds, terms.logInKinds.map((kind) => text.logInKindNames[kind]).join(', ')],
    [text.requireEncryption, yesOrNo(settings.requireEncryption)],
    [text.allowCbc, yesOrNo(settings.allowCbc)],
    [text.sendRequesterId, yesOrNo(settings.sendRequesterId)],
    [text.mergePrivileges, yesOrNo(settings.privileges === 'merge')],
    [text.acceptLegacyAssuranceLevel, yesOrNo(settings.acceptLegacyAssuranceLevel)],
  ]
}
