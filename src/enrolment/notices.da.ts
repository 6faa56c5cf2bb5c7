/** What system management is told of enrolments, Danish. English beside it has the same kinds; the compiler checks. */
import type { NoticeWords } from '../notices/notice-kind.ts'

export const da = {
  'enrolment.handed-in': {
    subject: 'En organisation har tilmeldt sig SEB',
    mail: 'En organisation har skrevet under på en tilmelding. Log ind for at se den og svare.',
    shown: 'Tilmelding {reference} er underskrevet og venter på svar.',
    link: 'Se tilmeldingen',
  },
  'enrolment.answered': {
    subject: 'Der er svaret på et spørgsmål til en tilmelding',
    mail: 'En organisation har svaret på et spørgsmål til sin tilmelding. Log ind for at læse svaret.',
    shown: 'Der er svaret på spørgsmålet til tilmelding {reference}.',
    link: 'Se tilmeldingen',
  },
} satisfies Record<string, NoticeWords>
