/** How many people in how many organisations, put into a sentence. */
import { fillText } from '../../../../web/fill.ts'
import type { Language } from '../../../../web/languages.ts'
import type { RoleEffect } from './role-effect.store.ts'
import { rolesText } from './text.ts'

export function countsInWords(sentence: string, { people, organisations }: RoleEffect, language: Language): string {
  const text = rolesText[language]
  return fillText(sentence, {
    people: people === 1 ? text.peopleOne : fillText(text.peopleMany, { count: people }),
    organisations:
      organisations === 1 ? text.organisationsOne : fillText(text.organisationsMany, { count: organisations }),
  })
}
