/** What a row comes to, in a sentence: what changes, or what is wrong with it. */
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import { formatHours } from '../../../web/format-weekly-hours.ts'
import type { Language } from '../../../web/languages.ts'
import { assignText } from '../assign/text.ts'
import { lastDay } from '../employees/last-day.ts'
import { employeesText } from '../employees/text.ts'
import type { Change, Period, RowMistake } from './bulk-change.ts'
import type { BulkFacts } from './bulk-facts.store.ts'
import { bulkText } from './text.ts'

/** What the ids in a change are called. */
export type Names = Pick<BulkFacts, 'roles' | 'units'>

export function describeChange(change: Change, { roles, units }: Names, language: Language): string {
  const text = bulkText[language].becomes
  const unitName = (id: string | null) =>
    id === null ? text.noUnit : (units.find((unit) => unit.id === id)?.name ?? text.unknown)
  const da = language === 'da'
  const role = 'roleId' in change ? roles.find(({ id }) => id === change.roleId) : undefined
  const about = {
    role: (da ? role?.nameDa : role?.nameEn) ?? text.unknown,
    service: (da ? role?.service.nameDa : role?.service.nameEn) ?? text.unknown,
  }
  switch (change.kind) {
    case 'create':
      return change.unitId === null ? text.create : fillText(text.createIn, { unit: unitName(change.unitId) })
    case 'status':
      return text[change.after]
    case 'unit':
      return fillText(text.unit, { before: unitName(change.before), after: unitName(change.after) })
    case 'give':
      return fillText(text.give, {
        ...about,
        scope: scopeWords(change.scopes, language),
        period: period(change.period, language),
      })
    case 'period':
      return fillText(text.period, {
        ...about,
        before: period(change.before, language),
        after: period(change.after, language),
      })
    case 'withdraw':
      return fillText(text.withdraw, { ...about, scope: scopeWords(change.scopes, language) })
  }
}

export function describeMistake(mistake: RowMistake, language: Language): string {
  switch (mistake.mistake) {
    case 'conflict':
      return fillText(bulkText[language].mistakes.conflict, { row: mistake.row })
    case 'role-conflict':
      return mistake[language]
    case 'assignment':
      return fillText(assignText[language].mistakes[mistake.what], { days: mistake.days })
    default:
      return bulkText[language].mistakes[mistake.mistake]
  }
}

function scopeWords(scopes: Record<string, string[]>, language: Language): string {
  const values = Object.values(scopes).flat().join(', ')
  return values === '' ? '' : fillText(bulkText[language].becomes.scope, { values })
}

function period({ from, until, hours }: Period, language: Language): string {
  const end = until === null ? employeesText[language].noEnd : formatDate(lastDay(new Date(until)), language)
  const dates = `${formatDate(new Date(from), language)} – ${end}`
  return hours ? `${dates}, ${formatHours(hours, language)}` : dates
}
