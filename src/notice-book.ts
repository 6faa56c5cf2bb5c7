/** Every kind of thing that people are told, from every room that tells: a new room's kinds are a line here. */
import { accessNotices } from './access/telling/access-notices.ts'
import { deskNotices } from './desk/desk-notices.ts'
import { emergencyNotices } from './emergency/emergency-notices.ts'
import { enrolmentNotices } from './enrolment/enrolment-notices.ts'
import type { NoticeBook } from './notices/notice-kind.ts'
import { decisionNotices } from './requests/decide/decision-notices.ts'
import { requestNotices } from './requests/request-notices.ts'
import { reviewNotices } from './reviews/review-notices.ts'

export const noticeBook: NoticeBook = {
  ...accessNotices,
  ...requestNotices,
  ...decisionNotices,
  ...reviewNotices,
  ...emergencyNotices,
  ...enrolmentNotices,
  ...deskNotices,
}
