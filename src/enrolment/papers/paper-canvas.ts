/**
 * An A4 paper that is written from the top: headings, facts and lines, tagged so that a screen reader reads it as it stands
 * (PDF/A-2a: kept for years, fonts within). What does not fit on a page goes to the next as a whole.
 */
import PDFDocument from 'pdfkit'
import { dkfds } from '../../web/assets.ts'
import type { Language } from '../../web/languages.ts'

const font = (weight: string) => dkfds('fonts', 'IBMPlexSans', 'complete', 'ttf', `IBMPlexSans-${weight}.ttf`)

const ink = '#14242b'
const quiet = '#46565e'
const petrol = '#06323c'
const line = '#74848b'
const margin = 56
const labelWidth = 150
const gap = 14
/** Below it stands only the foot of the page. */
const footHeight = 64

type Structure = ReturnType<PDFKit.PDFDocument['struct']>

export interface PaperCanvas {
  title(text: string, above: string): void
  heading(text: string, roomAfter?: number): void
  paragraph(text: string): void
  bullets(texts: readonly string[]): void
  facts(facts: readonly { label: string; values: readonly string[] }[]): void
  /** Lines to write on, each with what is to stand there. */
  writingLines(labels: readonly string[]): void
  /** The finished file, with a foot on every page. */
  finish(foot: { left: string; page: (page: number, pages: number) => string }): Promise<Uint8Array>
}

export function createPaperCanvas(about: { title: string; language: Language; made: Date }): PaperCanvas {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: 0 },
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: about.language === 'da' ? 'da-DK' : 'en-GB',
    displayTitle: true,
    info: { Title: about.title, Author: 'SEB', Creator: 'SEB', CreationDate: about.made, ModDate: about.made },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  doc.registerFont('text', font('Regular'))
  doc.registerFont('strong', font('SemiBold'))
  const root = doc.struct('Document')
  doc.addStructure(root)

  const width = doc.page.width - 2 * margin
  const valueLeft = margin + labelWidth + gap
  const valueWidth = width - labelWidth - gap

  const style = (name: 'text' | 'strong', size: number, colour = ink) => doc.font(name).fontSize(size).fillColor(colour)
  const room = (height: number) => {
    if (doc.y + height > doc.page.height - footHeight) doc.addPage()
  }
  const artifact = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }
  const rule = (from: number, y: number, colour: string) =>
    artifact(() =>
      doc
        .save()
        .moveTo(from, y)
        .lineTo(margin + width, y)
        .lineWidth(0.75)
        .stroke(colour)
        .restore(),
    )
  const add = (parent: Structure, tag: string, write: () => void) => parent.add(doc.struct(tag, {}, write))

  const fact = (list: Structure, label: string, values: readonly string[]) => {
    style('text', 10.5)
    const heightOf = (text: string, of: number) => doc.heightOfString(text, { width: of })
    const [first = ''] = values
    const labelHeight = heightOf(label, labelWidth)
    room(Math.max(labelHeight, heightOf(first, valueWidth)))
    const top = doc.y
    const item = doc.struct('LI')
    list.add(item)
    add(item, 'Lbl', () => style('text', 10.5, quiet).text(label, margin, top, { width: labelWidth }))
    const body = doc.struct('LBody')
    item.add(body)
    doc.y = top
    for (const [index, value] of values.entries()) {
      style('text', 10.5)
      if (index > 0) room(heightOf(value, valueWidth))
      add(body, 'P', () => style('text', 10.5).text(value, valueLeft, doc.y, { width: valueWidth }))
    }
    body.end()
    item.end()
    if (values.length < 2) doc.y = Math.max(doc.y, top + labelHeight)
    doc.y += 5
  }

  return {
    title(text, above) {
      add(root, 'P', () => style('strong', 10, petrol).text(above, margin, doc.y, { width }))
      doc.y += 6
      add(root, 'H1', () => style('strong', 22, petrol).text(text, margin, doc.y, { width }))
      doc.y += 10
    },
    heading(text, roomAfter = 40) {
      style('strong', 13)
      room(14 + doc.heightOfString(text, { width }) + 10 + roomAfter)
      doc.y += 14
      add(root, 'H2', () => style('strong', 13, petrol).text(text, margin, doc.y, { width }))
      rule(margin, doc.y + 3, line)
      doc.y += 10
    },
    paragraph(text) {
      style('text', 10.5)
      room(doc.heightOfString(text, { width }))
      add(root, 'P', () => style('text', 10.5).text(text, margin, doc.y, { width }))
      doc.y += 6
    },
    bullets(texts) {
      const list = doc.struct('L')
      root.add(list)
      for (const text of texts) {
        style('text', 10.5)
        room(doc.heightOfString(text, { width: width - gap }))
        const top = doc.y
        const item = doc.struct('LI')
        list.add(item)
        add(item, 'Lbl', () => style('text', 10.5).text('•', margin, top, { width: gap }))
        add(item, 'LBody', () => style('text', 10.5).text(text, margin + gap, top, { width: width - gap }))
        item.end()
        doc.y += 3
      }
      list.end()
      doc.y += 4
    },
    facts(facts) {
      const list = doc.struct('L')
      root.add(list)
      for (const { label, values } of facts) fact(list, label, values)
      list.end()
    },
    writingLines(labels) {
      const height = 34
      for (const label of labels) {
        room(height)
        const base = doc.y + height
        add(root, 'P', () => style('text', 10.5, quiet).text(label, margin, base - 14, { width: labelWidth }))
        rule(valueLeft, base, line)
        doc.y = base
      }
      doc.y += 14
    },
    async finish(foot) {
      root.end()
      const { count } = doc.bufferedPageRange()
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page)
        const y = doc.page.height - footHeight + 24
        doc.markContent('Artifact', { type: 'Pagination' })
        style('text', 9, quiet)
          .text(foot.left, margin, y, { width: width - 90, height: 12, ellipsis: true })
          .text(foot.page(page + 1, count), margin + width - 90, y, { width: 90, align: 'right' })
        doc.endMarkedContent()
      }
      doc.end()
      await ended
      return new Uint8Array(Buffer.concat(chunks))
    },
  }
}
