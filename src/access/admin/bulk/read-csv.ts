/**
 * Reads a file of changes: bytes as they were sent, whatever program wrote them. What cannot be a file of changes is told
 * in one sentence; what is wrong in a row is left for that row to tell.
 */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { withoutCprNumbers } from '../../../base/cpr-in-text.ts'
import { isUuid } from '../../../base/ids.ts'
import { isPlainText } from '../../../base/plain-text.ts'
import { type BulkField, bulkFields, emptyRow, fieldOf, type TypedRow } from './bulk-columns.ts'

const mostRows = 100_000
const longestCell = 2_000

export type FileMistake =
  | { mistake: 'empty' }
  | { mistake: 'spreadsheet' }
  | { mistake: 'not-text' }
  | { mistake: 'no-headings' }
  | { mistake: 'heading-twice'; heading: string }
  | { mistake: 'too-many-rows'; most: number }
  | { mistake: 'cell-too-long'; row: number; most: number }
  | { mistake: 'quotes'; row: number }

export interface FileRow {
  /** As a spreadsheet counts. */
  number: number
  typed: TypedRow
}

export type CsvReading = { ok: true; rows: FileRow[] } | { ok: false; mistake: FileMistake }

export async function readCsv(bytes: Uint8Array): Promise<CsvReading> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return no({ mistake: 'spreadsheet' })
  const text = decode(bytes)
  if (text === null) return no({ mistake: 'not-text' })
  if (text.trim() === '') return no({ mistake: 'empty' })
  return readRows(text)
}

/** UTF-8 with or without a mark, UTF-16 with one, else what Windows in Denmark writes. Null for what is not text. */
function decode(bytes: Uint8Array): string | null {
  const text = startsWith(bytes, [0xff, 0xfe])
    ? new TextDecoder('utf-16le').decode(bytes)
    : (strictly(bytes) ?? new TextDecoder('windows-1252').decode(bytes))
  return isPlainText(text) ? text : null
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

async function readRows(text: string): Promise<CsvReading> {
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: false,
    // No row of ours is longer; a quotation mark that is never closed is found before it has swallowed the file.
    max_record_size: bulkFields.length * 2 * longestCell,
    info: true,
  })
  const rows: FileRow[] = []
  let columns: (BulkField | null)[] | null = null
  let number = 0
  try {
    for await (const { record } of Readable.from(pieces(text)).pipe(parser) as AsyncIterable<{ record: string[] }>) {
      number += 1
      if (record.every((cell) => cell.trim() === '')) continue
      if (!columns) {
        const found = readHeadings(record)
        if ('mistake' in found) return no(found)
        columns = found.columns
        continue
      }
      if (rows.length === mostRows) return no({ mistake: 'too-many-rows', most: mostRows })
      if (record.some((cell) => cell.length > longestCell))
        return no({ mistake: 'cell-too-long', row: number, most: longestCell })
      rows.push({ number, typed: rowOf(columns, record) })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The parser is ahead of what we have read of it.
    const row = typeof error.records === 'number' ? error.records + 1 : number + 1
    return no(
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? { mistake: 'cell-too-long', row, most: longestCell }
        : { mistake: 'quotes', row },
    )
  }
  return rows.length === 0 ? no({ mistake: 'empty' }) : { ok: true, rows }
}

/** Small pieces, so that other requests are answered between them. */
function* pieces(text: string): Generator<string> {
  const size = 64 * 1024
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size)
}

/** What stands most often between the headings. */
function delimiterOf(text: string): string {
  const firstLine = /[^\r\n]+/.exec(text)?.[0] ?? ''
  const count = (delimiter: string) => firstLine.split(delimiter).length
  const [best = ';'] = [';', ',', '\t'].sort((one, other) => count(other) - count(one))
  return best
}

function readHeadings(record: readonly string[]): { columns: (BulkField | null)[] } | FileMistake {
  const columns = record.map(fieldOf)
  const twice = columns.find((field, at) => field !== null && columns.indexOf(field) !== at)
  if (twice) return { mistake: 'heading-twice', heading: (record[columns.lastIndexOf(twice)] ?? '').slice(0, 60) }
  const person = columns.some((field) => field === 'rid' || field === 'uuid' || field === 'mail')
  return columns.includes('deed') && person ? { columns } : { mistake: 'no-headings' }
}

function rowOf(columns: readonly (BulkField | null)[], record: readonly string[]): TypedRow {
  const typed: Record<BulkField, string> = { ...emptyRow }
  columns.forEach((field, at) => {
    const text = bare(record[at] ?? '')
    // A list that was kept by CPR number must not bring them here; only a data scope has numbers that look like them, and an
    // id may have a part that does.
    if (field) typed[field] = field === 'scope' || isUuid(text) ? text : withoutCprNumbers(text)
  })
  return typed
}

/** A cell that we made harmless for a spreadsheet (write-csv.ts) means what stands after the mark. */
function bare(cell: string): string {
  const text = cell.trim()
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte)
}

const no = (mistake: FileMistake) => ({ ok: false, mistake }) as const
