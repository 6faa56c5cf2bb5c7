/** The words for handing an employee over to another unit, English. */
import type { MoveText } from './text.da.ts'

export const en: MoveText = {
  link: 'Move to another unit',
  title: 'Move {name} to another unit',
  from: 'Belongs now to: {unit}',
  to: 'New unit',
  pick: 'Choose a unit',
  next: 'Continue',
  noUnit: 'Choose the unit that the employee shall be moved to',
  nowhere: 'There is no other unit to move to.',
  nowhereNext: 'You can move between the open units that you administer.',
  checkTitle: 'Move {name} to {unit}?',
  roles: 'Roles that apply to the old unit',
  rolesLead: 'Choose for each role. Other roles stay as they are.',
  noRoles: 'No roles apply to the old unit. All of them stay as they are.',
  choices: {
    skift: 'Change: applies to {values}',
    behold: 'Keep: still applies to {values}',
    tag: 'Take the role back: {name} loses it',
  },
  obstacles: {
    'no-number': 'The role cannot follow: the new unit has no such number.',
    'not-allowed': 'The role cannot follow: the organisation may not use it for the new unit.',
    'not-given': 'The role cannot follow: the organisation may no longer give it.',
  },
  move: 'Move the employee',
  otherUnit: 'Choose another unit',
  nowTitle: 'Somebody else changed something while you looked',
  now: 'Below it stands as it is now. Check it, and move again if it is still what you want.',
}
