/** The words about whom a service window meets, English. */
import type { ReachText } from './text.da.ts'

export const en: ReachText = {
  title: 'Whom does the service window meet?',
  usual:
    'In those hours {people} people usually log in. When there are most, they are from {organisations} organisations. Counted in the last four weeks, the same day of the week.',
  unknown: 'SEB has not counted log-ins in those hours yet.',
  quieter: 'Quieter: {from}-{until}. {people} people from {organisations} organisations usually log in then.',
  use: 'Use that time',
}
