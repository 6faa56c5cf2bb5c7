/** The words of notices whatever their kind, English. */
import type { NoticeText } from './text.da.ts'

export const en: NoticeText = {
  why: {
    employee: 'You get this mail because you are a user at {organisation}.',
    administrator: 'You get this mail because you are an administrator at {organisation}.',
    staff: 'You get this mail because you work with SEB.',
  },
  settings: 'You choose what you get mail about: {address}',
}
