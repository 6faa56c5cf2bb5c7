/** The mails of enrolment, English. */
import type { EnrolmentMails } from './mails.da.ts'

export const en: EnrolmentMails = {
  begun: {
    subject: 'Your enrolment in SEB',
    text: 'You have begun to enrol your organisation in SEB. With the link you can go on where you left off, and follow the enrolment.',
    until: 'The case number is {reference}. Sign no later than {date}; after that the enrolment lapses.',
    link: 'Go on enrolling',
    why: 'You get this mail because somebody has entered your mail address on SEB’s enrolment. If it was not you, you need do nothing. Do not pass the link on.',
  },
  link: {
    subject: 'The link to your enrolment',
    text: 'Here is the link to the enrolment {reference}. You can go on where you left off, or follow it.',
    link: 'Open the enrolment',
    why: 'You get this mail because somebody has asked for the link again. If it was not you, you need do nothing.',
  },
  sign: {
    subject: '{organisation} is to be enrolled in SEB: sign',
    text: '{contact} has filled in an enrolment in SEB for {organisation} (CVR {cvr}), and writes that you can sign.',
    how: 'Open the link, log in with MitID Erhverv for {organisation}, read the enrolment and sign. It takes a few minutes.',
    paper: 'If you have no MitID Erhverv, you can sign on paper. {contact} does that from a link of their own.',
    link: 'Read and sign',
    why: 'You get this mail because {contact} has entered your mail address on the enrolment. If you know nothing about it, do not sign, and call the service desk.',
  },
  'handed-in': {
    subject: 'We have got your enrolment in SEB',
    signed: '{name} has signed the enrolment of {organisation}.',
    paper: 'We have got the signed paper for {organisation}.',
    next: 'SEB System Management looks at it and answers by mail, usually within {days}. The case number is {reference}.',
    link: 'Follow the enrolment',
    why: 'You get this mail because you have begun an enrolment in SEB.',
  },
  returned: {
    subject: 'We have a question about your enrolment',
    text: 'SEB System Management has looked at the enrolment of {organisation} and has a question. Open the enrolment to read it and answer.',
    link: 'Read the question and answer',
    why: 'You get this mail because you have begun an enrolment in SEB.',
  },
  approved: {
    subject: '{organisation} is enrolled in SEB',
    text: 'The enrolment has been approved, and {organisation} has been created in SEB.',
    chief: '{chief} has got a mail with a link, logs in and gives the first roles.',
    services: 'You have been given access to:',
    link: 'See the enrolment',
    why: 'You get this mail because you have begun an enrolment in SEB.',
  },
  rejected: {
    subject: 'Your enrolment in SEB has been rejected',
    text: 'SEB System Management has rejected the enrolment of {organisation}. Open the enrolment to read why.',
    again: 'You can enrol again when it has been put right.',
    link: 'Read why',
    why: 'You get this mail because you have begun an enrolment in SEB.',
  },
  chief: {
    subject: 'You are chief administrator of {organisation} in SEB',
    text: '{organisation} is enrolled in SEB, the health sector’s shared user administration, and you are chief administrator. It is you who give your employees roles.',
    how: 'Open the link, and log in with MitID Erhverv for {organisation}. Then SEB knows you, and you can give the first roles.',
    link: 'Log in and begin',
    until: 'The link works until the end of {date} and can be used only once. Do not pass it on.',
    why: 'You get this mail because you are named as chief administrator in the enrolment of {organisation}. If you know nothing about it, call the service desk.',
  },
  officer: {
    subject: 'You are security officer of {organisation} in SEB',
    text: '{organisation} is enrolled in SEB, the health sector’s shared user administration, and you are security officer. You can ask for more services and see who has access.',
    how: 'Open the link, and log in with MitID Erhverv for {organisation}, so that SEB knows you.',
    link: 'Log in',
    until: 'The link works until the end of {date} and can be used only once. Do not pass it on.',
    why: 'You get this mail because you are named as security officer in the enrolment of {organisation}. If you know nothing about it, call the service desk.',
  },
  signer: {
    subject: '{organisation} is enrolled in SEB',
    text: '{organisation} is enrolled in SEB, the health sector’s shared user administration, and you are named as the one who may sign. You can ask for more services and see who has access.',
    how: 'Open the link, and log in with MitID Erhverv for {organisation}, so that SEB knows you.',
    link: 'Log in',
    until: 'The link works until the end of {date} and can be used only once. Do not pass it on.',
    why: 'You get this mail because you are named as the one who signs in the enrolment of {organisation}. If you know nothing about it, call the service desk.',
  },
}
