/** The words on the paper of an enrolment beside what is enrolled, English. */
import type { PaperText } from './text.da.ts'

export const en: PaperText = {
  system: 'Sundhedsvæsenets Elektroniske Brugerstyring',
  caseNumber: 'Case number',
  made: 'Made',
  page: 'Page {page} of {pages}',
}
