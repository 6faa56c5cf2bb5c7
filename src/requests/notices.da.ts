/** What administrators are told of requests, Danish. English beside it has the same kinds; the compiler checks. */
import type { NoticeWords } from '../notices/notice-kind.ts'

export const da = {
  'request.submitted': {
    subject: 'En anmodning om adgang venter på dig',
    mail: 'En medarbejder hos {organisation} har sendt en anmodning om adgang. Log ind for at se den og afgøre den.',
    shown: '{person} har sendt en anmodning om adgang hos {organisation}.',
    link: 'Se anmodningen',
  },
  'request.answered': {
    subject: 'Der er svar på dit spørgsmål til en anmodning',
    mail: 'En medarbejder hos {organisation} har svaret på spørgsmålet til en anmodning om adgang. Log ind for at se svaret og afgøre den.',
    shown: '{person} har svaret på spørgsmålet til en anmodning om adgang hos {organisation}.',
    link: 'Se svaret',
  },
  'request.lapsed': {
    subject: 'Din anmodning er udløbet uden svar',
    mail: 'Ingen hos {organisation} svarede på din anmodning i tide, så den er udløbet. Du kan sende en ny.',
    shown: 'Ingen hos {organisation} svarede på anmodningen i tide, så den er udløbet. Du kan sende en ny.',
    link: 'Se anmodningen',
  },
} satisfies Record<string, NoticeWords>
