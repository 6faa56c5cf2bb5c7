/** A request as a sentence, what it is for and how long, and who has it. */
import { scopeWords } from '../../access/admin/assign/assign-role.page.tsx'
import type { UnitNumbers } from '../../access/admin/assign/unit-numbers.ts'
import { lastDay } from '../../access/admin/employees/last-day.ts'
import type { Deciders } from '../../access/appointments/deciders.ts'
import { fillText } from '../../web/fill.ts'
import { formatDate, formatList } from '../../web/format.ts'
import { formatHours } from '../../web/format-weekly-hours.ts'
import type { Language } from '../../web/languages.ts'
import type { RequestKind } from '../request.ts'
import type { AskedRole } from './described.store.ts'
import type { Terms } from './terms.ts'
import { decideText } from './text.ts'

interface Named {
  nameDa: string
  nameEn: string
}

export const nameIn = ({ nameDa, nameEn }: Named, language: Language) => (language === 'da' ? nameDa : nameEn)

export function requestSentence(
  { kind, name, role, service }: { kind: RequestKind; name: string; role: Named | null; service: Named | null },
  language: Language,
): string {
  const { sentence } = decideText[language]
  const values = { name, role: role ? nameIn(role, language) : '', service: service ? nameIn(service, language) : '' }
  if (kind === 'new-account') return fillText(sentence[role ? 'new-account-role' : 'new-account'], values)
  if (kind === 'more-access' && !role) return fillText(sentence['more-access-service'], values)
  return fillText(sentence[kind], values)
}

export function scopesInWords(
  { scopes }: Pick<Terms, 'scopes'>,
  role: Pick<AskedRole, 'scopes'>,
  units: readonly UnitNumbers[],
  language: Language,
): string {
  return scopeWords(scopes, { role }, units) || decideText[language].everything
}

export function periodInWords({ validFrom, validUntil, hours }: Omit<Terms, 'scopes'>, language: Language): string {
  const text = decideText[language]
  const until = validUntil ? formatDate(lastDay(validUntil), language) : text.noEnd
  const period = `${validFrom ? formatDate(validFrom, language) : text.fromApproval} – ${until}`
  return hours ? `${period}, ${formatHours(hours, language)}` : period
}

/** Null: nobody has it. */
export function decidersInWords({ line, people }: Deciders, language: Language): string | null {
  const text = decideText[language]
  if (people.length === 0) return null
  const names = people.map(({ name, standsInFor }) =>
    standsInFor === null ? name : fillText(text.standsIn, { name, absent: standsInFor }),
  )
  return fillText(text.lines[line], { names: formatList(names, language) })
}
