/** The words for correcting what SEB knows an employee's log-in by, English. */
import type { NumbersText } from './text.da.ts'

export const en: NumbersText = {
  link: 'Correct UUID and RID',
  title: 'Correct what SEB knows {name} by',
  lead: 'The numbers are found on the employee in MitID Erhverv. SEB finds the employee’s account by them when somebody logs in.',
  consequences: 'This is what happens',
  consequencesOf: [
    'Whoever logs in for the organisation with one of the numbers gets the account and all its roles.',
    'The employee is told.',
    'A log-in that SEB knows already goes on working. If it is somebody else’s, suspend the account and tell the service desk.',
  ],
  uuid: 'UUID from MitID Erhverv',
  uuidHint: 'Empty: no UUID',
  rid: 'RID number',
  ridHint: 'Empty: no RID number',
  reason: 'Why?',
  reasonHint: 'The employee and other administrators can see it.',
  save: 'Save the numbers',
  cancel: 'Cancel',
  none: 'none',
  mistakesTitle: 'Correct this first',
  mistakes: {
    'uuid-wrong': 'A UUID has 32 digits and letters from a to f, in five groups with hyphens between',
    'uuid-taken':
      'Another account in the organisation already has this UUID. Take it from that one first if the mistake is there',
    'rid-wrong': 'A RID number has at most 64 characters and no spaces',
    'rid-cpr': 'That looks like a CPR number. A RID number is found on the employee in MitID Erhverv',
    'rid-taken':
      'Another account in the organisation already has this RID number. Take it from that one first if the mistake is there',
    'reason-missing': 'Write why the numbers are corrected',
    meanwhile:
      'Somebody else corrected the numbers while you wrote: UUID {uuid}, RID {rid}. Save again if yours are to stand',
  },
}
