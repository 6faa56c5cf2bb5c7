/** What staff are told of cases, Danish. English beside it has the same kinds; the compiler checks. */
import type { NoticeWords } from '../notices/notice-kind.ts'

export const da = {
  'desk-case.opened': {
    subject: 'Ny sag hos servicedesk',
    mail: 'Der er kommet en ny sag. Log ind for at se den.',
    shown: 'Sag {reference} er kommet ind.',
    link: 'Se sagen',
  },
  'desk-case.urgent': {
    subject: 'Haster: problem med en tjeneste, som indgår i patientbehandling',
    mail: 'Nogen kan ikke logge ind på {service}, som indgår i patientbehandling. Log ind og tag sagen nu.',
    shown: 'Sag {reference}: nogen kan ikke logge ind på {service}, som indgår i patientbehandling.',
    link: 'Se sagen',
  },
  'desk-case.handed-over': {
    subject: 'Servicedesk beder om en overbrugeradministrator',
    mail: 'Servicedesk har set beviset for, hvem der skal være overbrugeradministrator hos {organisation}. Log ind, læs sagen, og udpeg.',
    shown: 'Servicedesk har set beviset for, hvem der skal være overbrugeradministrator hos {organisation}.',
    link: 'Se sagen',
  },
} satisfies Record<string, NoticeWords>
