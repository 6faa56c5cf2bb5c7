/** Words about cases at the service desk, English. */
import type { CasesText } from './text.da.ts'

export const en: CasesText = {
  mail: {
    why: 'You get this mail because you have written to SEB’s service desk (case {reference}).',
  },
}
