/** The words for what takes access away or gives it back, English. */
import type { DecideText } from './text.da.ts'

export const en: DecideText = {
  consequences: 'What happens',
  reason: 'Reason',
  reasonHint: 'Both the employee and the log are told.',
  reasonMissing: 'Write a reason',
  mistakesTitle: 'Correct this first',
  cancel: 'Cancel',
  withdraw: {
    link: 'Take back',
    title: 'Take the role {role} back from {name}?',
    button: 'Take the role back',
    loses: '{name} loses the role {role} in {service} from the next log-in.',
    last: 'It is the last role in {service}. {name} brings no role there.',
    left: 'There are {count} other roles left in {service}.',
  },
  account: {
    suspend: {
      link: 'Suspend account',
      title: 'Suspend the account of {name}?',
      button: 'Suspend the account',
      consequences: [
        '{name} cannot log in for {organisation} until the account is reopened.',
        'The log-ins that {name} has open for the organisation end now.',
        'The roles stay, and have effect again when the account is reopened.',
      ],
    },
    reopen: {
      link: 'Reopen account',
      title: 'Reopen the account of {name}?',
      button: 'Reopen the account',
      consequences: ['{name} can log in for {organisation} again, and the roles have effect from the next log-in.'],
    },
    end: {
      link: 'End account',
      title: 'Shall the account of {name} end?',
      button: 'End the account',
      consequences: [
        '{name} can no longer log in for {organisation}, and no roles have effect.',
        'The log-ins that {name} has open for the organisation end now.',
        'The account cannot be reopened.',
      ],
    },
  },
}
