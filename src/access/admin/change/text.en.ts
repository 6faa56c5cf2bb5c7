/** The words for changing a role that was given, English. */
import type { ChangeText } from './text.da.ts'

export const en: ChangeText = {
  link: 'Change',
  title: 'Change the role {role} of {name}',
  toCheck: 'Check it',
  checkTitle: 'Is this right?',
  what: 'What',
  before: 'Now',
  after: 'When you have saved',
  same: 'Unchanged',
  save: 'Save the change',
  nowTitle: 'Somebody else changed the role while you typed',
  now: 'This is what stands now. What you typed is in the fields; check and save again if that is what shall hold.',
  goneTitle: 'The role cannot be changed',
  gone: 'The organisation may no longer give it. You can take it back.',
  back: 'Back to {name}',
}
