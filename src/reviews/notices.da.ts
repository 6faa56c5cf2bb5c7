/** What people are told of periodic control, Danish. English beside it has the same kinds; the compiler checks. */
import type { NoticeWords } from '../notices/notice-kind.ts'

export const da = {
  'review.begun': {
    subject: 'Periodisk kontrol hos {organisation}',
    mail: 'Gennemgå de roller, der er tildelt hos {organisation}, senest {deadline}. Antal: {count}. Det usædvanlige står først; resten kan bekræftes på én gang. Roller, som ingen har svaret på, stopper.',
    shown:
      'Gennemgå de roller, der er tildelt hos {organisation}, senest {deadline}. Antal: {count}. Det usædvanlige står først; resten kan bekræftes på én gang. Roller, som ingen har svaret på, stopper.',
    link: 'Gå til kontrollen',
  },
  'review.reminder': {
    subject: 'Periodisk kontrol hos {organisation} mangler svar',
    mail: 'Tildelte roller hos {organisation} mangler svar. Antal: {count}. De stopper, hvis ingen har svaret, når fristen udløber {deadline}.',
    shown:
      'Tildelte roller hos {organisation} mangler svar. Antal: {count}. De stopper, hvis ingen har svaret, når fristen udløber {deadline}.',
    link: 'Gå til kontrollen',
  },
  'review.unanswered': {
    subject: 'Roller hos {organisation} er stoppet uden svar',
    mail: 'Tildelte roller hos {organisation} er stoppet, fordi ingen svarede på den periodiske kontrol i tide. Antal: {count}. Behold dem, der stadig er brug for, så virker de igen.',
    shown:
      'Tildelte roller hos {organisation} er stoppet, fordi ingen svarede på den periodiske kontrol i tide. Antal: {count}. Behold dem, der stadig er brug for, så virker de igen.',
    link: 'Gå til kontrollen',
  },
  'role.stopped': {
    subject: 'Din adgang til {service} er stoppet',
    mail: 'Ingen hos {organisation} har bekræftet din adgang til {service} i den periodiske kontrol: {roles}. Har du stadig brug for den, så tal med din brugeradministrator.',
    shown:
      'Ingen hos {organisation} har bekræftet {roles} i {service} i den periodiske kontrol. Har du stadig brug for adgangen, så tal med din brugeradministrator.',
    link: 'Se din adgang',
  },
} satisfies Record<string, NoticeWords>
