/** The guide for security officers and signatories, English. */
import type { SecurityText } from './text.da.ts'

export const en: SecurityText = {
  title: 'How to work as a security officer or authorised signatory',
  who: 'I am a security officer or authorised signatory',
  lead: 'Ask for services for your organisation, and see that access is as it should be.',
  tasks: {
    enrol: {
      title: 'Enrol your organisation in SEB',
      steps: [
        'Open {enrol}. Write your name under {contact} and your mail address under {email}, and press {begin}.',
        'Write the CVR number under {cvr} and the name under {name}, and choose under {kind}.',
        'Write the address under {address}, and press {next}.',
        'Then write who is who, and choose the services you need.',
        'Read it all through, and send it to be signed.',
        'SEB System Management answers by mail. You can take a break on the way: use the link in the mail.',
      ],
      note: 'If your organisation is in SEB already, ask your user administrator for access instead.',
    },
    sign: {
      title: 'Sign an enrolment',
      steps: [
        'Open the link in the mail, and press {toLogIn}.',
        'Read the enrolment through.',
        'Tick {may}, and press {sign}.',
      ],
      note: 'What you saw is kept as it stands. You can also sign on paper and upload it on the page of the enrolment.',
    },
    service: {
      title: 'Ask for a new service for your organisation',
      steps: [
        'Open {services}, and press {ask}.',
        'Press {pick} beside the service.',
        'Write under {people} and under {why}.',
        'Press {send}. It then says {waits}',
      ],
      note: 'When you have it, your user administrator gives the roles to the employees.',
    },
    administrator: {
      title: 'When your organisation has no administrator',
      steps: [
        'If you have an account in SEB, say so at {missing}.',
        'Otherwise write to {mail}. Write SEB and the CVR number in the subject, and who is to be the new chief user administrator.',
        'The service desk answers when it is done. If it is urgent, call {phone}.',
      ],
    },
    reports: {
      title: 'See what a periodic review led to',
      steps: [
        'Open {reviews}, and press {review}.',
        'Press {report}.',
        'The report says for each role who answered what. Get the signed one if it is to be kept.',
      ],
    },
    log: {
      title: 'See who has done what',
      steps: [
        'Open {log}.',
        'Choose the days under {from} and {until}, and press {show}.',
        'At the top it says whether the events are as they were when they were sealed.',
      ],
      note: 'Nothing in the log can be changed or deleted. That you read it is written too.',
    },
    extract: {
      title: 'Get a list of who has what',
      steps: ['Open {extract}, and choose the day under {day}.', 'Press {download}.'],
    },
  },
}
