/** What system management is told of enrolments, English. */
import type { NoticeWords } from '../notices/notice-kind.ts'
import type { da } from './notices.da.ts'

export const en: Record<keyof typeof da, NoticeWords> = {
  'enrolment.handed-in': {
    subject: 'An organisation has enrolled in SEB',
    mail: 'An organisation has signed an enrolment. Log in to see it and answer.',
    shown: 'Enrolment {reference} has been signed and waits for an answer.',
    link: 'See the enrolment',
  },
  'enrolment.answered': {
    subject: 'A question about an enrolment has been answered',
    mail: 'An organisation has answered a question about its enrolment. Log in to read the answer.',
    shown: 'The question about enrolment {reference} has been answered.',
    link: 'See the enrolment',
  },
}
