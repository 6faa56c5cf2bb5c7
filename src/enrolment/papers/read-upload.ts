/** The field that a paper is uploaded in, as two forms have it: the organisation's own, and that of whoever attaches what came by mail. */
import type { PostedForm } from '../../web/form.ts'
import { type CheckedUpload, checkUpload } from './check-upload.ts'
import { largestPaper } from './uploaded-kind.ts'

export const paperField = 'papir'

/** What is left for the form around the paper. */
export const largestPaperForm = largestPaper + 256 * 1024

/** In the address of the form that somebody is sent back to, since what they sent was too large to be read. */
export const tooLargeMark = 'for-stor'

/** The forms that carry a paper: all others are held to far less before they are read. */
export function carriesPaper(path: string): boolean {
  return /^\/(tilmeld|forvaltning\/tilmeldinger|desk\/tilmeldinger)\/[^/]+\/papir$/.test(path)
}

export async function readUpload(form: PostedForm): Promise<CheckedUpload> {
  const file = form.file(paperField)
  return file === null ? { refused: 'empty' } : checkUpload(new Uint8Array(await file.arrayBuffer()), file.name)
}
