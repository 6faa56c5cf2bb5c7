/** The words on the paper of an enrolment beside what is enrolled, English. */
import type { PaperText } from './text.da.ts'

export const en: PaperText = {
  system: 'Sundhedsvæsenets Elektroniske Brugerstyring',
  caseNumber: 'Case number',
  made: 'Made',
  upload: {
    label: 'The signed paper',
    hint: 'PDF, JPEG or PNG, at most 15 MB. Several pages may be uploaded one at a time.',
    kinds: { pdf: 'PDF', jpeg: 'Picture (JPEG)', png: 'Picture (PNG)' },
  },
  refused: {
    empty: 'Choose a file.',
    'too-large': 'The file is larger than 15 MB. Scan it at a lower resolution, or upload the pages one at a time.',
    'too-many': 'As much has been uploaded as we can take. Send the rest to the service desk by mail.',
    'not-now': 'The enrolment takes no papers now: it has not been sent for signature, or it is decided.',
    heic: 'This is a HEIC picture from an iPhone, which few can open. Save it as JPEG, or photograph the paper with the setting “Most Compatible”.',
    'unknown-kind': 'We can only take PDF, JPEG and PNG. Save the file as PDF, and try again.',
    'not-what-it-says':
      'The file is called PDF, JPEG or PNG, but is something else. Scan the paper again, and try with the new file.',
    'cut-short': 'The end of the file is missing. Perhaps it was not downloaded completely. Try saving it again.',
    unreadable: 'The file is damaged, or we cannot see what is in it. Scan the paper again, or upload a photo of it.',
    'more-than-a-document': 'There is more in the file than the document. Save it as a new PDF, and try again.',
    encrypted: 'The file is protected by a password, so we cannot read it. Save it without, and try again.',
    'runs-something':
      'The file contains code, which we do not accept. Print the paper and scan it, or save it as a new PDF.',
    'holds-files': 'There are other files inside the file. Save it without them, and try again.',
  },
  page: 'Page {page} of {pages}',
}
