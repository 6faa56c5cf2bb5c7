/** The filters of the list of employees, as an address or a form says them: what cannot be read counts as not said. */
import { readId } from './employee.store.ts'
import { type EmployeeQuery, statusFilters } from './employees.store.ts'

/** Said in the address by who looks for one person, to be led straight to the one that is found. */
export const straightOn = 'direkte'

export function readQuery(get: (name: string) => string | null | undefined): EmployeeQuery {
  return {
    text: (get('soeg') ?? '').trim().slice(0, 100),
    unitId: readId(get('enhed')),
    status: statusFilters.find((status) => status === get('status')) ?? 'current',
  }
}
