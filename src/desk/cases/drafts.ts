/** Answers the desk gives often, in the asker's language, with what is known filled in. Names only where the organisation tells them. */
import { fillText } from '../../web/fill.ts'
import { formatList } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import type { OrganisationThere } from './case-background.store.ts'
import { casesText } from './text.ts'

export const draftNames = ['who', 'proof', 'appointed', 'access', 'log-in', 'more'] as const

export type DraftName = (typeof draftNames)[number]

export function draftText(name: DraftName, organisation: OrganisationThere | null, language: Language): string {
  const { drafts } = casesText[language]
  return fillText(drafts[name].text, { administrators: administratorsIn(organisation, language) })
}

function administratorsIn(organisation: OrganisationThere | null, language: Language): string {
  const { drafts } = casesText[language]
  const there = organisation?.administrators ?? []
  if (there.length === 0) return drafts.nobody
  if (!organisation?.tellsNames) return drafts.functionOnly
  return formatList(
    there.map(({ name }) => name),
    language,
  )
}
