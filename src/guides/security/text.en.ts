/** The guide for security officers and signatories, English. */
import type { SecurityText } from './text.da.ts'

export const en: SecurityText = {
  title: 'How to work as a security officer or authorised signatory',
  who: 'I am a security officer or authorised signatory',
  lead: 'Ask for services for your organisation, and see that access is as it should be.',
  tasks: {
    service: {
      title: 'Ask for a new service for your organisation',
      steps: [
        'Write to {mail}. Write SEB and the CVR number of the organisation in the subject.',
        'Write which service you need, and a telephone number where you can be reached.',
        'SEB System Management gives the service to the organisation.',
        'After that the user administrator of the organisation gives the roles to the employees.',
      ],
    },
    administrator: {
      title: 'When your organisation has no administrator',
      steps: [
        'Write to {mail}. Write SEB and the CVR number in the subject.',
        'Write who is to be the new chief user administrator.',
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
