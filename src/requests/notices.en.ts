/** What administrators are told of requests, English. */
import type { NoticeWords } from '../notices/notice-kind.ts'
import type { da } from './notices.da.ts'

export const en: Record<keyof typeof da, NoticeWords> = {
  'request.submitted': {
    subject: 'A request for access is waiting for you',
    mail: 'An employee of {organisation} has sent a request for access. Log in to see it and decide.',
    shown: '{person} has sent a request for access at {organisation}.',
    link: 'See the request',
  },
  'request.answered': {
    subject: 'Your question about a request has been answered',
    mail: 'An employee of {organisation} has answered the question about a request for access. Log in to see the answer and decide.',
    shown: '{person} has answered the question about a request for access at {organisation}.',
    link: 'See the answer',
  },
  'request.lapsed': {
    subject: 'Your request has lapsed without an answer',
    mail: 'Nobody at {organisation} answered your request in time, so it has lapsed. You can send a new one.',
    shown: 'Nobody at {organisation} answered the request in time, so it has lapsed. You can send a new one.',
    link: 'See the request',
  },
}
