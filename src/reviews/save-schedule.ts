/** How often a review begins by itself, as a chief administrator sets it. */
import type { Actor } from '../access/admin/actor.ts'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import { monthsAfter } from '../base/danish-time.ts'
import type { Ids } from '../base/ids.ts'
import type { Trx } from '../storage/database.ts'
import type { FormFields } from '../web/form.ts'
import type { TypedSchedule } from './repeat.page.tsx'
import type { Silence } from './review.ts'
import { findSchedule, type Schedule, writeSchedule } from './schedule.store.ts'
import { readSilence } from './typed-review.ts'

export const intervals = [6, 12] as const

export type ScheduleMistake = 'often' | 'days' | 'silence'

export function readTypedSchedule(form: FormFields): TypedSchedule {
  return {
    often: form.get('hyppighed') ?? '',
    days: (form.get('dage') ?? '').trim().slice(0, 10),
    onlySensitive: form.get('foelsomme') === '1',
    silence: readSilence(form),
  }
}

interface CheckedSchedule {
  everyMonths: number | null
  answerDays: number
  onlySensitive: boolean
  silence: Silence
}

export function checkSchedule({
  often,
  days,
  onlySensitive,
  silence,
}: TypedSchedule): CheckedSchedule | { mistakes: readonly ScheduleMistake[] } {
  const everyMonths = often === '0' ? null : intervals.find((months) => String(months) === often)
  const answerDays = /^\d{1,2}$/.test(days) ? Number(days) : 0
  const fits = answerDays >= 7 && answerDays <= 90
  if (everyMonths !== undefined && fits && silence) return { everyMonths, answerDays, onlySensitive, silence }
  return {
    mistakes: [
      ...(everyMonths === undefined ? (['often'] as const) : []),
      ...(fits ? [] : (['days'] as const)),
      ...(silence ? [] : (['silence'] as const)),
    ],
  }
}

/** One that is on its way keeps its day, unless how often has changed. */
export async function saveSchedule(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { acting, personId, source }: Actor,
  wanted: CheckedSchedule,
): Promise<void> {
  const organisationId = acting.organisation.id
  const before = await findSchedule(trx, organisationId)
  const { everyMonths } = wanted
  const same = before.everyMonths === everyMonths
  const next = everyMonths === null ? null : monthsAfter(deps.clock.now(), everyMonths)
  const after: Schedule = { ...wanted, nextAt: same ? before.nextAt : next }
  if (JSON.stringify(terms(before)) === JSON.stringify(terms(after))) return
  await writeSchedule(trx, organisationId, after)
  await recordEvents(deps, trx, [
    {
      action: 'organisation.changed',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId,
      object: { kind: 'organisation', id: organisationId },
      source,
      details: { before: { reviews: terms(before) }, after: { reviews: terms(after) } },
    },
  ])
}

const terms = ({ everyMonths, answerDays, onlySensitive, silence }: Omit<Schedule, 'nextAt'>) => ({
  everyMonths,
  answerDays,
  onlySensitive,
  silence,
})
