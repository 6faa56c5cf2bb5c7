/** Hands a paper to a browser as a file to keep: never shown as part of SEB, and nothing in it runs. */
import type { Context } from 'hono'
import { formatReference } from '../../web/format.ts'
import type { PaperKind } from './uploaded-kind.ts'

const types: Record<PaperKind, { type: string; ending: string }> = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  png: { type: 'image/png', ending: 'png' },
}

/** What the sender called it is nowhere kept: it may say anything. */
export function sendPaper(c: Context, paper: { kind: PaperKind; bytes: Uint8Array }, reference: string) {
  const { type, ending } = types[paper.kind]
  const name = `tilmelding-${formatReference(reference).replace(' ', '-')}.${ending}`
  c.set('isFile', true)
  return c.body(new Uint8Array(paper.bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
