/** The words about an account's last day, English. */
import type { EndingsText } from './text.da.ts'

export const en: EndingsText = {
  link: 'Change the last day',
  title: 'Last day of {name}',
  lead: 'After that day {name} cannot log in for {organisation}, and no role has effect. They end by themselves.',
  until: 'Last day',
  untilHint: 'Leave it empty if the user is not to end.',
  reason: 'Reason',
  reasonHint: 'It can be read in the log. Write no CPR numbers.',
  save: 'Save the last day',
  cancel: 'Cancel',
  mistakesTitle: 'Something has to be put right',
  mistakes: {
    'until-wrong': 'Write a date that exists.',
    'until-past': 'The day has passed. If the user is to be closed now, choose to end it.',
    'until-before-from': 'The last day is before the first.',
    'reason-missing': 'Write a reason.',
    'changed-meanwhile': 'Somebody else has changed the last day meanwhile. Look again and save once more.',
  },
  extendRole: 'Extend',
}
