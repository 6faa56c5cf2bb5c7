/** Words about what the desk is asked, English. */
import type { StatisticsText } from './text.da.ts'

export const en: StatisticsText = {
  title: 'Statistics',
  lead: 'Cases of the last 24 months by month and kind. The time is the median from when the case came in, nights and weekends counted.',
  download: 'Download as CSV',
  none: 'There are no cases to count yet',
  noneNext: 'When the first case has been opened, it stands here.',
  month: 'Month',
  kind: 'Kind',
  opened: 'Opened',
  solved: 'Solved',
  answer: 'To first answer',
  solve: 'To solved',
  byMail: 'From mail',
  byForm: 'From the contact page',
  answerMinutes: 'Minutes to first answer (median)',
  solveMinutes: 'Minutes to solved (median)',
  time: { none: '–', minutes: '{count} min', hours: '{count} h', days: '{count} days' },
}
