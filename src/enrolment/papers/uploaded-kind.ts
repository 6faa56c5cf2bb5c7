/** What an uploaded file turns out to be, or why it is not taken. Only what it holds counts: a name can say anything. */
export const paperKinds = ['pdf', 'jpeg', 'png'] as const

export type PaperKind = (typeof paperKinds)[number]

export const uploadRefusals = [
  'empty',
  'too-large',
  /** A picture as iPhones keep them, which few programs and no browser but one can show. */
  'heic',
  'unknown-kind',
  /** Its name says PDF, JPEG or PNG, and it is something else. */
  'not-what-it-says',
  /** The end is missing. */
  'cut-short',
  /** It cannot be read through, so nobody can say what is in it. */
  'unreadable',
  /** Something else begins where the document ends. */
  'more-than-a-document',
  'encrypted',
  'runs-something',
  'holds-files',
] as const

export type UploadRefusal = (typeof uploadRefusals)[number]

/** The largest paper that is taken: ten photographed pages. */
export const largestPaper = 15 * 1024 * 1024
