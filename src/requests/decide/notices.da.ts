/** What people are told when a request is decided, Danish. English beside it has the same kinds; the compiler checks. */
import type { NoticeWords } from '../../notices/notice-kind.ts'

const see = 'Se din anmodning'

export const da = {
  'request.approved': {
    subject: 'Din anmodning er godkendt: {service}',
    mail: '{organisation} har givet dig, hvad du bad om, eller noget af det: {roles} i {service}. Følg linket for at se det og gå videre til tjenesten.',
    shown: '{organisation} har givet {roles} i {service}. {words}',
    link: 'Se det, og gå videre til tjenesten',
  },
  'request.account-approved': {
    subject: 'Du er oprettet hos {organisation}',
    mail: '{organisation} har godkendt din anmodning. Du kan nu logge ind for organisationen.',
    shown: '{organisation} har godkendt anmodningen om en bruger. {words}',
    link: see,
  },
  'request.loss-approved': {
    subject: 'Du har ikke længere adgangen til {service}',
    mail: '{organisation} har taget den adgang til {service} tilbage, som du bad om at slippe for.',
    shown: '{organisation} har taget adgangen til {service} tilbage, som der blev bedt om. {words}',
    link: see,
  },
  'request.returned': {
    subject: 'Din administrator spørger om din anmodning',
    mail: 'En administrator hos {organisation} har et spørgsmål. Anmodningen venter, til du svarer.',
    shown: 'En administrator hos {organisation} spørger: {words}',
    link: 'Læs spørgsmålet, og svar',
  },
  'request.rejected': {
    subject: 'Din anmodning er afvist',
    mail: '{organisation} har afvist din anmodning. Begrundelsen står i SEB.',
    shown: '{organisation} har afvist anmodningen: {words}',
    link: 'Læs begrundelsen',
  },
  'request.to-second': {
    subject: 'En anmodning mangler den anden godkendelse',
    mail: 'En administrator hos {organisation} har godkendt en anmodning om adgang, der er følsom. To skal være enige.',
    shown: 'En administrator har godkendt {roles} til {person}. Rollen er følsom, så en anden skal også.',
    link: 'Se anmodningen',
  },
  'request.escalated': {
    subject: 'En anmodning har ventet for længe',
    mail: 'Ingen hos {organisation} har svaret på en anmodning om adgang. Som overbrugeradministrator kan du afgøre den.',
    shown: 'Ingen har svaret på anmodningen fra {person}. Du kan afgøre den.',
    link: 'Se anmodningen',
  },
} satisfies Record<string, NoticeWords>
