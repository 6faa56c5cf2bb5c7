/** The words about hours of the week that something holds in, English. */
import type { HoursText } from './text.da.ts'

export const en: HoursText = {
  summary: 'Holds only at certain times',
  hint: 'For shifts and locums. Leave everything empty if it is to hold all day, every day.',
  clock:
    'Times follow the clock in Denmark, also when it is changed. If Until is not after From, the time ends the day after: Saturday from 22:00 until 07:00 is the night to Sunday.',
  span: 'Time {number}',
  days: 'Days',
  from: 'From',
  until: 'Until',
  more: 'If you need more, check or save, and edit again: there is always an empty one.',
  always: 'All day, every day',
  term: 'Times',
  mistakes: {
    'hours-days': 'Choose at least one day',
    'hours-from': 'Write when the time begins, as 15:00',
    'hours-until': 'Write when the time ends, as 23:00',
    'hours-never':
      'It would never hold: none of the times are between the two dates and within the times that the account holds at',
  },
}
