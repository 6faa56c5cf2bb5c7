/** The words of an administrator's first page, English. */
import type { OverviewText } from './text.da.ts'

export const en: OverviewText = {
  menu: 'Overview',
  title: 'Today’s work',
  waits: 'Keep an eye on',
  nothing: 'There is nothing you need to decide.',
  nothingNext: 'Roles and accounts that are about to end, and invitations that are not answered, are shown here.',
  review: {
    one: 'role waits for your answer in the periodic review',
    many: 'roles wait for your answer in the periodic review',
  },
  requests: { one: 'request waits for you', many: 'requests wait for you' },
  endings: 'Those that end first',
  ending: '{person} loses {role} in {service} after {date}.',
  work: {
    requested: { one: 'employee has asked for an account', many: 'employees have asked for an account' },
    'roles-ending': {
      one: 'employee has a role that ends within 30 days',
      many: 'employees have roles that end within 30 days',
    },
    'account-ending': {
      one: 'employee has an account that ends within 30 days',
      many: 'employees have an account that ends within 30 days',
    },
    'not-seen': {
      one: 'employee has not logged in for 90 days',
      many: 'employees have not logged in for 90 days',
    },
    invited: {
      one: 'employee has not answered an invitation',
      many: 'employees have not answered an invitation',
    },
  },
  fewChiefs: {
    one: 'Only one chief user administrator has logged in within the last 90 days',
    none: 'No chief user administrator has logged in within the last 90 days',
    effect:
      'Without a chief user administrator nobody can appoint administrators, and the organisation has to wait for the service desk.',
    appoint: 'Appoint one more',
  },
  find: 'Find an employee',
  findNow: 'Find',
  howTo: {
    title: 'How to',
    tasks: {
      give: 'Give a colleague read access until Friday',
      why: 'See why somebody has a right',
      create: 'Create a new employee',
      takeBack: 'Take a role back',
      ask: 'Who can help?',
    },
  },
  lately: 'What happened lately',
  noChanges: 'You will see here when somebody creates employees or gives and removes access.',
  you: 'You',
  someRole: 'a role',
  changes: {
    'account.added': '{actor} created {person}',
    'account.changed': '{actor} changed the account of {person}',
    'account.activated': '{actor} approved the account of {person}',
    'account.corrected': '{actor} corrected the numbers that {person} is known by',
    'account.moved': '{actor} moved {person} to another unit',
    'account.suspended': '{actor} suspended the account of {person}',
    'account.reopened': '{actor} reopened the account of {person}',
    'account.ended': '{actor} ended the account of {person}',
    'invitation.sent': '{actor} invited {person}',
    'invitation.withdrawn': '{actor} withdrew the invitation of {person}',
    'invitation.accepted': '{person} accepted their invitation',
    'role-assignment.added': '{actor} gave {person} the role {role}',
    'role-assignment.changed': '{actor} changed the role {role} of {person}',
    'role-assignment.withdrawn': '{actor} took the role {role} back from {person}',
  },
}
