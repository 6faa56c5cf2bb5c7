/** What the numbers in data scopes are called here. */
import { findUnitNames } from '../access/admin/employees/employee.store.ts'
import type { Trx } from '../storage/database.ts'
import type { ReviewItem } from './items.store.ts'

export function unitNames(trx: Trx, items: readonly ReviewItem[]): Promise<Map<string, string>> {
  return findUnitNames(trx, [...new Set(items.flatMap(({ scopes }) => Object.values(scopes).flat()))])
}
