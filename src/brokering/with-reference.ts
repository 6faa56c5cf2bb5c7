/** Gives what is being stored a reference that nothing else has. Eight characters meet again once in a million or so. */
import type { Ids } from '../base/ids.ts'
import { violatedConstraint } from '../storage/violated-constraint.ts'

const attempts = 5
const taken = ['sign_in_reference_key', 'log_out_reference_key']

/** `store` must leave nothing behind where it fails. */
export async function withReference<Result>(
  ids: Pick<Ids, 'reference'>,
  store: (reference: string) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store(ids.reference())
    } catch (error) {
      if (attempt === attempts || !taken.includes(violatedConstraint(error) ?? '')) throw error
    }
  }
}
