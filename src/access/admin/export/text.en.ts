/** The words about exports, English. */
import type { ExportText } from './text.da.ts'

export const en: ExportText = {
  title: 'Exports',
  lead: 'Who has which roles, today or on a day in the past.',
  day: 'Day',
  dayHint: 'The export shows what held when the day ended.',
  download: { csv: 'Get as CSV', xlsx: 'Get as spreadsheet (XLSX)' },
  contents: 'What is in it',
  what: [
    'All employees who were in the units that you administer that day and whose account had not ended, also those without roles.',
    'Each role that was given and not taken back, with what it applied to, its dates and times, who gave it and why.',
    'Unit and status as they were that day. Name, mail and the name of the unit are those of today.',
  ],
  logged: 'That you get an export is written in the log.',
  mistakesTitle: 'Correct this first',
  mistakes: {
    'no-day': 'Write the day as a date',
    future: 'The day has not passed yet',
  },
  sheet: 'Access',
  columns: {
    name: 'Name',
    rid: 'RID',
    mail: 'Mail',
    unit: 'Unit',
    status: 'Account',
    service: 'Service',
    role: 'Role',
    scope: 'Applies to',
    from: 'From',
    until: 'Until and including',
    hours: 'Only at times',
    accountHours: 'Times of the account',
    givenBy: 'Given by',
    reason: 'Reason',
  },
  fileName: 'access',
}
