/** `seb apply FILE [--dry-run]`, the side of the operator: reads the files, has the document applied, prints what came of it. */
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { CommandResult } from '../storage/control-socket.ts'
import { type Mistake, showPath } from '../storage/plan/mistake.ts'
import type { ApplyOutcome, ApplyRequest } from './apply-document.ts'
import { describeChange } from './describe-change.ts'
import { type DocumentReading, type Place, readDocument } from './read-document.ts'

export interface ApplyArguments {
  file: string
  dryRun: boolean
  operator: string
}

/** `apply` is done here, or by the SEB that has the database open. */
export async function applyCommand(
  deps: { apply(request: ApplyRequest): Promise<ApplyOutcome> },
  { file, dryRun, operator }: ApplyArguments,
): Promise<CommandResult> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (typeof text !== 'string') return failed([`${file}: cannot be read (${text.code})`])
  const reading = readDocument(text)
  if (reading.mistakes.length > 0) return failed(reading.mistakes.map((mistake) => line(file, mistake, mistake.place)))
  const files = await readFiles(dirname(file), reading.value)
  const outcome = await deps.apply({ document: reading.value, files, dryRun, operator })
  if (outcome.mistakes.length > 0) return failed(linesOf(file, outcome.mistakes, reading))
  const notes = outcome.notes.map((note) => `! ${note}`)
  const changes = outcome.changes.flatMap(describeChange)
  const last = changes.length === 0 ? 'Nothing to change.' : summary(outcome, dryRun)
  return { exitCode: 0, output: [...changes, ...notes, last].join('\n') }
}

function failed(lines: readonly string[]): CommandResult {
  const count = lines.length === 1 ? '1 mistake' : `${lines.length} mistakes`
  return { exitCode: 1, output: [...lines, `${count}. Nothing was changed.`].join('\n') }
}

function linesOf(file: string, mistakes: readonly Mistake[], reading: DocumentReading): string[] {
  return mistakes
    .map((mistake) => ({ mistake, place: reading.placeOf(mistake.path) }))
    .sort((one, other) => one.place.line - other.place.line || one.place.column - other.place.column)
    .map(({ mistake, place }) => line(file, mistake, place))
}

/** `seb.yaml:12:5 services[0].key: is missing` */
function line(file: string, { path, text }: Mistake, { line, column }: Place): string {
  const where = showPath(path)
  return `${file}:${line}:${column} ${where === '' ? '' : `${where}: `}${text}`
}

function summary({ changes }: ApplyOutcome, dryRun: boolean): string {
  const count = (kind: string) => changes.filter(({ change }) => change === kind).length
  const numbers = `${count('added')} to add, ${count('changed')} to change, ${count('removed')} to remove.`
  return dryRun
    ? `${numbers} Nothing was changed: this was a dry run.`
    : `Applied: ${count('added')} added, ${count('changed')} changed, ${count('removed')} removed.`
}

/** The metadata files that the document names, found from its own folder, in base64. Those that cannot be read are left out. */
async function readFiles(folder: string, document: unknown): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const name of namedFiles(document)) {
    const content = await readFile(resolve(folder, name)).catch(() => null)
    if (content) files[name] = content.toString('base64')
  }
  return files
}

function namedFiles(document: unknown): Set<string> {
  const parties = ['identityProviders', 'services'].flatMap((list) => field(document, list) ?? [])
  const names = parties.map((party) => field(field(party, 'metadata'), 'file'))
  return new Set(names.filter((name) => typeof name === 'string'))
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
