/** The words about roles that somebody holds together all the same, English. */
import type { BreachesText } from './breaches-text.da.ts'

export const en: BreachesText = {
  title: 'Role conflicts',
  lead: 'Employees who hold roles together that a rule says one person may not hold.',
  none: 'Nobody holds roles that do not go together.',
  noneNext: 'SEB tells you here if a new rule concerns somebody who holds the roles already.',
  person: 'Employee',
  rule: 'Rule',
  roles: 'Roles',
  state: 'What you can do',
  excepted: 'Nothing. The exception ends by itself.',
  next: {
    blocked: 'Take one of the roles back, or let them hold at different times.',
    'with-reason': 'Take one of the roles back, or change it to end on a day and write why.',
  },
  own: 'These are your own roles: another administrator takes one of them back.',
  exception: 'Exception until and including {day}: {reason}',
  takeBack: 'Take back',
  change: 'Change',
  from: '{role}, {name}',
  hiddenRole: 'A role that you cannot see',
}
