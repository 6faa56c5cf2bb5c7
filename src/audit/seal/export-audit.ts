/**
 * `seb export-audit`: the log with its proof, in a file that anybody can check without SEB (tools/verify-audit.mjs). All of
 * it, with every head; or one organisation's, with one head and the path from its chain up to it.
 */
import { type FileHandle, link, open, rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import { Problem } from '../../base/problem.ts'
import type { Db } from '../../storage/database.ts'
import type { AuditEvent } from '../audit-event.ts'
import { recordEvents } from '../record-events.ts'
import { headsOfDatabase } from './check-against-heads.ts'
import { eventLine } from './event-line.ts'
import { type Head, headLine } from './head.ts'
import { growTree } from './organisation-tree.ts'
import type { Sealer } from './seal-events.ts'
import { type KeptHead, lastHeads, lastHeadsOfEarlierKeys, organisationLinksAt } from './seals.store.ts'
import { type SealedEvent, sealOf, walkSeals } from './walk-audit.store.ts'

export interface ExportDeps {
  db: Db
  clock: Clock
  ids: Ids
  sealer: Sealer
}

export interface AuditRequest {
  /** Null for everything. */
  organisation: { id: string; cvr: string; name: string } | null
  /** Who asked, for the audit. */
  by: Pick<AuditEvent, 'actor' | 'source'>
}

export interface ExportRequest extends AuditRequest {
  /** Where to write; nothing may be there yet. */
  file: string
}

export interface Exported {
  events: number
  /** When the head was signed that proves it. */
  sealedAt: string
}

export async function exportAudit(deps: ExportDeps, request: ExportRequest): Promise<Exported> {
  const { file } = request
  const unfinished = `${file}.${deps.ids.uuid()}`
  const audit = await beginExport(deps, request)
  try {
    await using out = await openNew(unfinished)
    let events = 0
    for await (const part of audit.parts) {
      await write(out, part.lines)
      events += part.events
    }
    await out.datasync()
    // Unlike a rename, a link never replaces what is there.
    await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
      throw new Problem(
        'configuration',
        `${file}: ${error.code === 'EEXIST' ? 'is there already' : 'cannot be written'}`,
      )
    })
    return { events, sealedAt: audit.sealedAt.toISOString() }
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Some lines, and how many events are among them. */
interface Part {
  lines: readonly string[]
  events: number
}

/** Records the export and seals; what follows is only read, so it may be sent as slowly as it is taken. */
export async function beginExport(
  deps: ExportDeps,
  request: AuditRequest,
): Promise<{ sealedAt: Date; parts: AsyncIterable<Part> }> {
  const { organisation } = request
  const head = await sealWithRecord(deps, request)
  const about = {
    seb: 'audit export',
    format: 1,
    exportedAt: deps.clock.now().toISOString(),
    organisation,
    lastHead: head.number,
  }
  const parts = organisation ? partsOfOrganisation(deps.db, head, organisation.id) : partsOfEverything(deps.db, head)
  return { sealedAt: head.at, parts: startingWith({ lines: [JSON.stringify(about)], events: 0 }, parts) }
}

async function* startingWith(first: Part, others: AsyncIterable<Part>): AsyncGenerator<Part> {
  yield first
  yield* others
}

function openNew(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('configuration', `${path}: cannot be written (${error.code})`)
  })
}

const patience = 300

/** Records the export, so that it is in the log that is exported, and waits for a head that covers it. */
async function sealWithRecord(deps: ExportDeps, { organisation, by }: AuditRequest): Promise<KeptHead> {
  const correlationId = deps.ids.uuid()
  await recordEvents(deps, deps.db, [
    {
      action: 'audit.exported',
      outcome: 'success',
      ...by,
      organisationId: organisation?.id,
      correlationId,
    },
  ])
  for (let tries = 0; tries < patience; tries++) {
    const outcome = await deps.sealer.seal({ headAtOnce: true })
    if (outcome === 'refused')
      throw new Problem(
        'configuration',
        'the audit is not the one whose heads are kept outside it: run seb verify-audit',
      )
    const sealed = await sealOf(deps.db, correlationId)
    const { lastWithTree } = await lastHeads(deps.db)
    if (sealed !== null && lastWithTree && lastWithTree.position >= sealed) return lastWithTree
    await setTimeout(100)
  }
  throw new Problem('configuration', 'the audit could not be sealed in time: something has been writing to it for long')
}

/** Every event, and after those that it covers, each head. */
async function* partsOfEverything(db: Db, last: KeptHead): AsyncGenerator<Part> {
  const heads = headsOfDatabase(db, last.number)
  let next = await heads.next()
  const hashes = createHashLines()
  for await (const batch of walkSeals(db, { last: last.position })) {
    const lines: string[] = []
    for (const sealed of batch) {
      lines.push(lineOf(sealed), ...hashes.add(sealed))
      while (!next.done && next.value.position <= sealed.position) {
        lines.push(...hashes.end(), headLine(next.value, next.value.position))
        next = await heads.next()
      }
    }
    yield { lines, events: batch.length }
  }
}

async function* partsOfOrganisation(db: Db, head: KeptHead, organisationId: string): AsyncGenerator<Part> {
  let events = 0
  const hashes = createHashLines()
  for await (const batch of walkSeals(db, { last: head.position, organisationId })) {
    yield { lines: batch.flatMap((sealed) => [lineOf(sealed), ...hashes.add(sealed)]), events: batch.length }
    events += batch.length
  }
  const tree = await growTree(head.treeSalt ?? Buffer.of(), await organisationLinksAt(db, head.position))
  const proof = tree.prove(organisationId)
  // Of each earlier key the last head, since that may have announced the next key.
  const announcing = await lastHeadsOfEarlierKeys(db, (JSON.parse(head.text) as Head).key)
  const heads = [...announcing, head].map(({ text, signature }) => `{"head":${text},"signature":"${signature}"}`)
  const end = JSON.stringify({ proof: proof && { events, ...inHex(proof) } })
  yield { lines: [...hashes.end(), ...heads, end], events: 0 }
}

function inHex({ blinding, path }: NonNullable<ReturnType<Awaited<ReturnType<typeof growTree>>['prove']>>) {
  return {
    blinding: blinding.toString('hex'),
    path: path.map(({ side, hash }) => ({ side, hash: hash.toString('hex') })),
  }
}

/** An event that is gone stands as the hash it was sealed with. */
function lineOf({ event, eventHash }: SealedEvent): string {
  return event ? eventLine(event) : JSON.stringify({ gone: Buffer.from(eventHash).toString('hex') })
}

const eventsPerHashLine = 100

/** The beginnings of the hashes of the lines above: with them a verifier can name the very line that was altered. */
function createHashLines() {
  let hashes: string[] = []
  const end = (): string[] => {
    const line = hashes.length === 0 ? [] : [JSON.stringify({ hashes: hashes.join(' ') })]
    hashes = []
    return line
  }
  return {
    add: (sealed: SealedEvent): string[] => {
      hashes.push(Buffer.from(sealed.eventHash).toString('hex', 0, 6))
      return hashes.length < eventsPerHashLine ? [] : end()
    },
    end,
  }
}

async function write(out: FileHandle, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await out.appendFile(`${lines.join('\n')}\n`)
}
