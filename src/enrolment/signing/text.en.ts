/** The words that whoever signs meets, English. */
import type { SigningText } from './text.da.ts'

export const en: SigningText = {
  landing: {
    title: 'Sign for {organisation}',
    lead: '{contact} has filled in an enrolment in SEB for {organisation} and asks you to sign.',
    how: 'You log in with MitID Erhverv for CVR number {cvr}. Then you can read the enrolment and sign. Nothing happens before you press Sign.',
    button: 'Log in with MitID Erhverv',
    toLogIn: 'your log-in',
    notYou: 'If you may not sign for {organisation}, close the page and tell {contact}.',
  },
  sign: {
    title: 'Read and sign',
    lead: 'You are logged in as {name} for CVR number {cvr}.',
    leadNoName: 'You are logged in for CVR number {cvr}.',
    heading: 'Sign',
    may: 'I may sign for {organisation}',
    button: 'Sign',
    no: 'No, log out',
    kept: 'We keep what you see on the page, as it stands. You can get it as a PDF when you have signed.',
    notSigned: 'It has not been signed yet',
    mistakes: {
      may: 'Tick if you may sign for {organisation}.',
      changed: 'The enrolment has been corrected since you opened the page. Read it through again.',
    },
  },
  signed: {
    title: 'You have signed',
    lead: 'The enrolment of {organisation} has been sent to SEB System Management. {contact} gets the answer by mail, usually within {days}.',
    pdf: 'Get what you signed (PDF)',
    reference: 'Case number {reference}.',
  },
  problems: {
    help: 'Help',
    logOut: 'Log out, and try again',
    pages: {
      unknown: {
        title: 'The link does not work',
        next: 'Use the link in the newest mail exactly as it stands. If the enrolment has been corrected, you get a new mail when it is ready.',
      },
      'not-ready': {
        title: 'The enrolment is being corrected',
        next: 'It cannot be signed right now. You get a new mail when it is ready.',
      },
      'already-signed': {
        title: 'It has been signed',
        next: 'You need do no more. The answer is mailed to {contact}.',
      },
      over: {
        title: 'The enrolment is no longer open',
        next: 'It has been withdrawn, has lapsed or has been decided. Ask {contact}.',
      },
      'private-log-in': {
        title: 'Log in for the organisation',
        next: 'You are logged in as a private person. Log out, open the link again, and log in with MitID Erhverv for {organisation}.',
      },
      'not-mitid': {
        title: 'Use MitID Erhverv',
        next: 'It is signed with MitID Erhverv, and you are logged in another way. Log out, open the link again, and choose MitID Erhverv.',
      },
      'wrong-organisation': {
        title: 'You are logged in for another organisation',
        next: 'The enrolment is for CVR number {cvr}, and you are logged in for {other}. Log out, open the link again, and log in for {organisation}. If the CVR number is wrong in the enrolment, tell {contact}.',
      },
      'signed-elsewhere': {
        title: 'The organisation has signed another enrolment',
        next: 'There is a signed enrolment for CVR number {cvr} already. It is being handled, and you need not send another. Call the service desk if that is not right.',
      },
      'already-enrolled': {
        title: 'The organisation is in SEB already',
        next: 'CVR number {cvr} has come into SEB, and is not to be enrolled again. Ask your user administrator for access.',
      },
    },
  },
}
