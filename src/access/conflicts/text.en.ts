/** The words about roles that must not be held together, English. */
import type { ConflictsText } from './text.da.ts'

export const en: ConflictsText = {
  inTheWay: '{rule}: the role cannot be given to somebody who has {roles}.',
  inTheWayOfSet: '{rule}: one person may have {count} of the roles at a time at most, and has {roles}.',
  role: '{role} in {service}',
  hiddenRole: 'a role that you cannot see',
  panelTitle: 'The role does not go with what the person has',
  blockedNext: 'Take the other role back first, or choose dates when they do not hold at the same time.',
  allowedNext:
    'You can give the role all the same, if you write why and give it an end date. Then it ends by itself on that day.',
  exception: 'Why shall the person have the role all the same?',
  exceptionHint: 'The exception is in the log with your name and your reason.',
  exceptionFact: 'Given in spite of a conflict',
}
