/** Says what an uploaded file is by what it holds, and whether it may be kept as the signed paper of an enrolment. */
import { checkPdf } from './check-pdf.ts'
import { checkJpeg, checkPng } from './check-picture.ts'
import { largestPaper, type PaperKind, type UploadRefusal } from './uploaded-kind.ts'

/** What may be kept: of a picture only the picture. */
export type CheckedUpload =
  | { readonly kind: PaperKind; readonly bytes: Uint8Array }
  | { readonly refused: UploadRefusal }

/** `declaredName` only chooses the words of a refusal. */
export async function checkUpload(upload: Uint8Array, declaredName: string): Promise<CheckedUpload> {
  if (upload.length === 0) return { refused: 'empty' }
  if (upload.length > largestPaper) return { refused: 'too-large' }
  const bytes = Buffer.from(upload.buffer, upload.byteOffset, upload.byteLength)
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) {
    const refused = await checkPdf(bytes)
    return refused ? { refused } : { kind: 'pdf', bytes: upload }
  }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return asKind('jpeg', checkJpeg(bytes))
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return asKind('png', checkPng(bytes))
  if (isHeic(bytes)) return { refused: 'heic' }
  return { refused: /\.(pdf|jpe?g|png)$/i.test(declaredName) ? 'not-what-it-says' : 'unknown-kind' }
}

const startsWith = (bytes: Buffer, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

function asKind(kind: PaperKind, picture: ReturnType<typeof checkPng>): CheckedUpload {
  return 'refused' in picture ? picture : { kind, bytes: picture.bytes }
}

/** A box `ftyp` with one of the brands of HEIF (ISO 23008-12 annex B). */
function isHeic(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return false
  const brands = bytes.toString('latin1', 8, Math.min(bytes.length, 64))
  return /hei[cxms]|hev[cxms]|mif1|msf1/.test(brands)
}
