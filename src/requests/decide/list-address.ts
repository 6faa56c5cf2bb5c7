/** The filters of the list, carried along so that whoever comes back finds it as it was. What cannot be read counts as not said. */
import { readId } from '../../access/admin/employees/employee.store.ts'
import { readQueueQuery, writeQueueQuery } from './queue.store.ts'

export function readList(text: string | null | undefined): string {
  const values = new URLSearchParams((text ?? '').slice(0, 300))
  return writeQueueQuery(readQueueQuery((name) => values.get(name), readId))
}
