/** What stands in the way of a role, in a sentence; what is beyond an administrator's limits is not named. */
import { fillText } from '../../web/fill.ts'
import { formatList } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import type { Limits } from '../capacities/capacity.ts'
import type { Conflict, HeldInConflict } from './find-conflicts.ts'
import { conflictsText } from './text.ts'

export function sayConflict({ rule, with: held }: Conflict, limits: Limits, language: Language): string {
  const text = conflictsText[language]
  const da = language === 'da'
  const roles = new Set(
    held.map((one) => {
      if (!isSeen(one, limits)) return text.hiddenRole
      const { nameDa, nameEn, service } = one.role
      return fillText(text.role, { role: da ? nameDa : nameEn, service: da ? service.nameDa : service.nameEn })
    }),
  )
  const sentence = fillText(rule.atMost === 1 ? text.inTheWay : text.inTheWayOfSet, {
    rule: da ? rule.nameDa : rule.nameEn,
    count: rule.atMost,
    roles: formatList([...roles], language),
  })
  const why = da ? rule.whyDa : rule.whyEn
  return why === '' ? sentence : `${sentence} ${why}`
}

function isSeen({ role, unitId }: HeldInConflict, { unitIds, serviceIds }: Limits): boolean {
  return (!serviceIds || serviceIds.includes(role.service.id)) && (!unitIds || (!!unitId && unitIds.includes(unitId)))
}
