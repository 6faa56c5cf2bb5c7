/**
 * Writes rows as a spreadsheet (OOXML, ECMA-376 part 1 §18) while they come. Every cell is an inline text: nothing in it can be
 * a formula. The parts are five small texts, so only the packing is a library's (fflate).
 */
import { Zip, ZipDeflate } from 'fflate'

export async function* writeXlsx(
  { sheet, now }: { sheet: string; now: Date },
  rows: AsyncIterable<readonly string[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = []
  let failed: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failed = error
    else ready.push(chunk)
  })
  const take = () => {
    if (failed) throw failed
    const taken = ready
    ready = []
    return taken
  }
  const begin = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = now
    zip.add(file)
    return file
  }
  for (const [name, text] of Object.entries(parts(sheet))) begin(name).push(encode(text), true)
  const file = begin('xl/worksheets/sheet1.xml')
  file.push(encode(sheetHead))
  let lines = ''
  for await (const row of rows) {
    lines += `<row>${row.map(cell).join('')}</row>`
    if (lines.length > 64 * 1024) {
      file.push(encode(lines))
      lines = ''
      yield* take()
    }
  }
  file.push(encode(`${lines}</sheetData></worksheet>`), true)
  zip.end()
  yield* take()
}

const encoder = new TextEncoder()
const encode = (text: string) => encoder.encode(text)

/** The most characters that a cell can hold. */
const longestCell = 32_767

function cell(text: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, longestCell))}</t></is></c>`
}

/** What XML 1.0 cannot carry (§2.2) is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The row of headings stays in sight. */
const sheetHead = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"
 activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1"
 max="20" width="22" customWidth="1"/></cols><sheetData>`

function parts(sheet: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml"
 ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1"
 Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet).slice(0, 31)}"
 sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1"
 Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  }
}
