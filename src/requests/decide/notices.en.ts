/** What people are told when a request is decided, English. */
import type { NoticeWords } from '../../notices/notice-kind.ts'
import type { da } from './notices.da.ts'

const see = 'See your request'

export const en: Record<keyof typeof da, NoticeWords> = {
  'request.approved': {
    subject: 'Your request has been approved: {service}',
    mail: '{organisation} has given you what you asked for, or some of it: {roles} in {service}. Follow the link to see it and go on to the service.',
    shown: '{organisation} has given {roles} in {service}. {words}',
    link: 'See it and go on to the service',
  },
  'request.account-approved': {
    subject: 'You have been created at {organisation}',
    mail: '{organisation} has approved your request. You can now log in for the organisation.',
    shown: '{organisation} has approved the request for a user account. {words}',
    link: see,
  },
  'request.loss-approved': {
    subject: 'You no longer have the access to {service}',
    mail: '{organisation} has taken back the access to {service} that you asked to be rid of.',
    shown: '{organisation} has taken back the access to {service}, as was asked. {words}',
    link: see,
  },
  'request.returned': {
    subject: 'Your administrator has a question about your request',
    mail: 'An administrator of {organisation} has a question. The request waits until you answer.',
    shown: 'An administrator of {organisation} asks: {words}',
    link: 'Read the question and answer',
  },
  'request.rejected': {
    subject: 'Your request has been rejected',
    mail: '{organisation} has rejected your request. The reason stands in SEB.',
    shown: '{organisation} has rejected the request: {words}',
    link: 'Read the reason',
  },
  'request.to-second': {
    subject: 'A request needs its second approval',
    mail: 'An administrator of {organisation} has approved a request for access that is sensitive. Two must agree.',
    shown: 'An administrator has approved {roles} for {person}. The role is sensitive, so somebody else must agree.',
    link: 'See the request',
  },
  'request.escalated': {
    subject: 'A request has waited too long',
    mail: 'Nobody at {organisation} has answered a request for access. As a chief user administrator you can decide it.',
    shown: 'Nobody has answered the request of {person}. You can decide it.',
    link: 'See the request',
  },
}
