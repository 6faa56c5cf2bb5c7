/**
 * Looks through a PDF for what a signed paper has no use for: scripts, actions that start programs, files within, encryption. It
 * looks for names wherever they stand, unpacked or not, so no trick with tables of objects leads past it. A document that opens
 * at its own first page or links to a web site is as good as any.
 */
import { disguisedNames, hasName, type LookBudget, lookBudget, namesOf } from './pdf-names.ts'
import { TooMuchPacked, unpackStreams } from './unpack-streams.ts'
import type { UploadRefusal } from './uploaded-kind.ts'

/** Names as they stand in a dictionary (ISO 32000-2 §7.6, §7.11.4, §12.6.4, §12.7.8, §13). */
const forbidden: ReadonlyMap<string, UploadRefusal> = new Map([
  ['Encrypt', 'encrypted'],
  ['JavaScript', 'runs-something'],
  ['Launch', 'runs-something'],
  ['Rendition', 'runs-something'],
  ['RichMedia', 'runs-something'],
  ['SubmitForm', 'runs-something'],
  ['ImportData', 'runs-something'],
  ['XFA', 'runs-something'],
  ['EmbeddedFile', 'holds-files'],
  ['EmbeddedFiles', 'holds-files'],
  ['FileAttachment', 'holds-files'],
  ['GoToE', 'holds-files'],
])

export async function checkPdf(bytes: Buffer): Promise<UploadRefusal | null> {
  const text = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) return 'unreadable'
  const end = text.lastIndexOf('%%EOF')
  if (end === -1 || !text.includes('startxref')) return 'cut-short'
  if (!/^[\s\0]*$/.test(text.slice(end + 5))) return 'more-than-a-document'
  if (!/\d\s+\d+\s+obj\b/.test(text)) return 'unreadable'
  return (
    forbiddenName(bytes, lookBudget()) ??
    (hidesObjects(bytes, text) ? 'unreadable' : await lookIntoStreams(bytes, text))
  )
}

function forbiddenName(bytes: Buffer, budget: LookBudget): UploadRefusal | null {
  for (const [name, refusal] of forbidden) if (hasName(bytes, name)) return refusal
  const disguised = disguisedNames(bytes, budget)
  if (disguised === null) return 'unreadable'
  for (const name of disguised) {
    const refusal = forbidden.get(name)
    if (refusal) return refusal
  }
  return null
}

async function lookIntoStreams(bytes: Buffer, text: string): Promise<UploadRefusal | null> {
  const budget = lookBudget()
  try {
    for await (const piece of unpackStreams(bytes, text)) {
      const refusal = forbiddenName(piece, budget)
      if (refusal) return refusal
    }
    return null
  } catch (error) {
    if (error instanceof TooMuchPacked) return 'unreadable'
    throw error
  }
}

/** Packings that are not looked into. They are good for pictures, and no program packs objects so. */
const otherPackings = ['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode', 'BrotliDecode', 'Crypt']
const toBeReadPlainly = new Set([...otherPackings, 'Type', 'ObjStm', 'DecodeParms', 'Filter', 'FlateDecode'])

/**
 * Objects may be packed together (ISO 32000-2 §7.5.7). Every program writes such a pack in one way, with a plain dictionary; one
 * that is written to be read differently here than elsewhere, or packed so that nobody sees into it, hides something.
 */
function hidesObjects(bytes: Buffer, text: string): boolean {
  if ([...(disguisedNames(bytes, lookBudget()) ?? [])].some((name) => toBeReadPlainly.has(name))) return true
  if (/\/Type(?=[\0\t\n\f\r ()<[%])(?![\0\t\n\f\r ]*\/)/.test(text)) return true
  if (!hasName(bytes, 'ObjStm')) return false
  const packs = text.split('/ObjStm').length - 1
  const plain = [...text.matchAll(/\bobj\s{0,8}<<([^()<>%]{0,400})>>\s{0,8}stream/g)].filter(([, dictionary = '']) => {
    const names = namesOf(dictionary)
    return names.includes('ObjStm') && !names.includes('DecodeParms')
  })
  return packs !== plain.length || otherPackings.some((name) => hasName(bytes, name))
}
