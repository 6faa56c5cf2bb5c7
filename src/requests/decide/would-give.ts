/** What the next log-in would send if the request were approved as asked: by the simulator, so it is the answer and not one like it. */

import { namedNumber } from '../../access/admin/assign/unit-numbers.ts'
import type { SimulatedWay, Simulator } from '../../access/admin/simulator/simulation.ts'
import { usualQuestion, wayKey } from '../../access/admin/simulator/typed-question.ts'
import type { Ids } from '../../base/ids.ts'
import type { Shell } from '../../web/shell.ts'
import type { DescribedRequest } from './described.store.ts'

export interface WouldGive {
  /** The heading of the page that they would be refused with; null: let in. */
  refused: string | null
  roles: readonly { nameDa: string; nameEn: string; appliesTo: string; isNew: boolean }[]
}

/** Null where there is nothing to try it with. */
export async function findWouldGive(
  { simulator, ids }: { simulator: Simulator; ids: Ids },
  { request, employee, service, ground, most, units }: DescribedRequest,
  { shell, now, personId }: { shell: Shell; now: Date; personId: string },
): Promise<WouldGive | null> {
  const { account } = employee
  // An account that nobody has approved is let in nowhere, and the simulator says what is, not what might be.
  if (!service || !ground.stands || request.kind === 'less-access' || account.status === 'requested') return null
  const ways = await simulator.ways(service.id, account.organisation.cvr)
  const usual = usualQuestion(ways, now)
  const way = ways.find((each: SimulatedWay) => wayKey(each) === usual.way)
  if (!way) return null
  const id = ids.uuid()
  const at = most.validFrom && most.validFrom > now ? most.validFrom : now
  const given = ground.assignable
    ? [
        {
          id,
          accountId: account.id,
          role: ground.assignable.assignable.role,
          scopes: most.scopes,
          validFrom: at,
          validUntil: most.validUntil,
          hours: most.hours,
          withdrawnAt: null,
          unansweredFrom: null,
          assignedBy: personId,
          reason: '',
          bundle: null,
        },
      ]
    : []
  const question = { account, person: employee.name, serviceId: service.id, way, assurance: usual.level, at, given }
  const simulation = await simulator.simulate(question, shell)
  if (!simulation) return null
  return {
    refused: simulation.refused?.title ?? null,
    roles: simulation.roles
      .filter(({ fails }) => fails === null)
      .map(({ assignment }) => ({
        nameDa: assignment.role.nameDa,
        nameEn: assignment.role.nameEn,
        appliesTo: assignment.role.scopes
          .flatMap(({ key, kind }) => (assignment.scopes[key] ?? []).map((value) => namedNumber(units, kind, value)))
          .join(', '),
        isNew: assignment.id === id,
      })),
  }
}
