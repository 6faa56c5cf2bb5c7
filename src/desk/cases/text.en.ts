/** Words about cases at the service desk, English. */
import type { CasesText } from './text.da.ts'

export const en: CasesText = {
  mail: {
    received: 'We have received your message. Your case number is {reference}.',
    next: 'You will get an answer by mail. If you call {phone}, give the case number.',
    why: 'You get this mail because you have written to SEB’s service desk (case {reference}).',
  },
}
