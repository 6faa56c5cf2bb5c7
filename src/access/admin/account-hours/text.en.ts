/** The words about the hours of an account, English. */
import { en as hours } from '../../hours/text.en.ts'
import type { AccountHoursText } from './text.da.ts'

export const en: AccountHoursText = {
  link: 'Change the times',
  fact: 'Times',
  title: 'Times of {name}',
  lead: 'Outside the times {name} cannot log in for {organisation}, and no role has effect. Times of a single role stand with the role.',
  reason: 'Reason',
  reasonHint: 'It can be read in the log. Write no CPR numbers.',
  save: 'Save the times',
  cancel: 'Cancel',
  now: 'It says now: {hours}. Yours are in the fields; save again if they are what is to hold.',
  mistakesTitle: 'Correct this first',
  mistakes: {
    ...hours.mistakes,
    'hours-never': 'The account would never hold: none of the times are before its last day',
    'reason-missing': 'Write a reason',
    'changed-meanwhile': 'Somebody else has changed the times while you were writing',
  },
}
