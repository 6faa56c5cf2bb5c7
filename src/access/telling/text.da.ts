/** What people are told of access, Danish. English beside it has the same kinds; the compiler checks. */
import type { NoticeWords } from '../../notices/notice-kind.ts'

export const da = {
  'role.given': {
    subject: 'Du har fået adgang til {service}',
    mail: '{organisation} har givet dig adgang til {service}: {roles}. Adgangen virker, næste gang du logger ind i tjenesten.',
    shown: '{organisation} har givet dig {roles} i {service}. Adgangen virker, næste gang du logger ind i tjenesten.',
    link: 'Se din adgang',
  },
  'role.changed': {
    subject: 'Din adgang til {service} er ændret',
    mail: '{organisation} har ændret, hvad din adgang til {service} gælder for, eller hvor længe.',
    shown: '{organisation} har ændret, hvad {roles} i {service} gælder for, eller hvor længe.',
    link: 'Se din adgang',
  },
  'role.withdrawn': {
    subject: 'Du har mistet adgang til {service}',
    mail: '{organisation} har taget adgang til {service} tilbage: {roles}. Er det en fejl, så tal med din brugeradministrator.',
    shown: '{organisation} har taget {roles} i {service} tilbage. Er det en fejl, så tal med din brugeradministrator.',
    link: 'Se din adgang',
  },
  'account.suspended': {
    subject: 'Din bruger hos {organisation} er spærret',
    mail: '{organisation} har spærret din bruger. Du kan ikke logge ind for organisationen, før din brugeradministrator åbner den igen.',
    shown:
      '{organisation} har spærret din bruger. Du kan ikke logge ind for organisationen, før din brugeradministrator åbner den igen.',
    link: 'Se din adgang',
  },
  'account.reopened': {
    subject: 'Din bruger hos {organisation} er åben igen',
    mail: '{organisation} har åbnet din bruger igen. De roller, du havde, virker, næste gang du logger ind.',
    shown: '{organisation} har åbnet din bruger igen. De roller, du havde, virker, næste gang du logger ind.',
    link: 'Se din adgang',
  },
  'account.ended': {
    subject: 'Din bruger hos {organisation} er lukket',
    mail: '{organisation} har lukket din bruger. Du kan ikke logge ind for organisationen mere. Er det en fejl, så tal med din brugeradministrator.',
    shown:
      '{organisation} har lukket din bruger. Du kan ikke logge ind for organisationen mere. Er det en fejl, så tal med din brugeradministrator.',
    link: 'Se din adgang',
  },
} satisfies Record<string, NoticeWords>
