/** An exported log, checked by the program that is given to others. Organisations and people here are made up. */
import assert from 'node:assert/strict'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { clinic, openSealedAudit, pharmacy, type SealedAudit } from '../../../test/support/sealed-audit.ts'
import { randomIds } from '../../base/ids.ts'
import { createLog } from '../../base/log.ts'
import { exportAudit } from './export-audit.ts'
import { createHeadsFile } from './heads-file.ts'
import { sealKeys } from './load-seal-keys.ts'
import { createSealer } from './seal-events.ts'
import { verifyFile } from './verify-audit.command.ts'

const folder = mkdtempSync(join(tmpdir(), 'seb-export-'))
const headsFile = join(folder, 'audit-heads.jsonl')
const keyFile = join(folder, 'key.pem')
const organisation = { id: clinic, cvr: '99999992', name: 'Prøveklinikken' }
let audit: SealedAudit
let everything: string
let own: string
let files = 0

before(async () => {
  audit = await openSealedAudit()
  writeFileSync(keyFile, createPublicKey(audit.keys.privateKey).export({ format: 'pem', type: 'spki' }))
  await audit.record(700)
  await audit.sealer.seal()
  await audit.record(650)
  await audit.sealer.seal()
  await audit.record(1, { actor: { kind: 'person', id: '\u001b[2J,=cmd()\r\n{"id":"forged"}' } })
  everything = await exported(null)
  own = await exported(organisation)
  await createHeadsFile({ db: audit.storage.db, log: createLog('silent'), path: headsFile }).keep()
})
after(async () => {
  await audit.storage.close()
  rmSync(folder, { recursive: true })
})

async function exported(of: typeof organisation | null, keys = audit.keys): Promise<string> {
  const file = join(folder, `export-${files++}.jsonl`)
  const { storage, clock } = audit
  const sealer = createSealer({ db: storage.db, clock, keys })
  await exportAudit(
    { db: storage.db, clock, ids: randomIds, sealer },
    { file, organisation: of, by: { actor: { kind: 'operator', id: 'test' } } },
  )
  return file
}

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').slice(0, -1)

/** A copy of an export, changed line by line. */
function changed(file: string, change: (lines: string[]) => readonly string[]): string {
  const copy = join(folder, `changed-${files++}.jsonl`)
  writeFileSync(copy, `${change(linesOf(file)).join('\n')}\n`)
  return copy
}

const verify = (file: string, ...args: string[]) => verifyFile([file, '--key', keyFile, ...args])

test('all of the audit verifies with nothing but Node.js, and against the heads kept outside', () => {
  const { exitCode, output } = verify(everything, '--heads', headsFile)
  assert.equal(exitCode, 0, output)
  assert.match(output, /^1352 events, as they were signed on 2026-11-24T10:00:00.123Z with the key SHA256:\S+\.$/m)
})

test('an organisation’s own log verifies by itself, and holds nothing of anybody else', () => {
  const { exitCode, output } = verify(own)
  assert.equal(exitCode, 0, output)
  assert.match(output, /^CVR 99999992, Prøveklinikken: 453 events/)
  const text = readFileSync(own, 'utf8')
  assert.ok(!text.includes(pharmacy))
  const lines = linesOf(own).map((line) => JSON.parse(line) as Record<string, unknown>)
  const events = lines.filter((line) => 'id' in line)
  assert.deepEqual([...new Set(events.map((event) => event['organisationId']))], [clinic])
  assert.equal(events.at(-1)?.['action'], 'audit.exported', 'the export itself is told')
  // Nor how much there is of others: no number of all events, no numbers with gaps, no end of another's chain.
  assert.deepEqual([...new Set(lines.flatMap((line) => Object.keys(line)))].sort(), [
    ...[
      'action',
      'actorId',
      'actorKind',
      'at',
      'correlationId',
      'details',
      'exportedAt',
      'format',
      'hashes',
      'head',
      'id',
    ],
    ...['lastHead', 'objectId', 'objectKind', 'organisation', 'organisationId', 'outcome', 'proof', 'reference', 'seb'],
    ...['signature', 'source'],
  ])
})

test('an organisation’s proof does not fit another organisation', async () => {
  const other = linesOf(await exported({ id: pharmacy, cvr: '99999993', name: 'Prøveapoteket' }))
  const swapped = changed(own, (lines) => [...lines.slice(0, -1), ...other.slice(-1)])
  assert.equal(verify(swapped).exitCode, 1)
})

/** What is done to a file, and what is said of it. Lines 2 to 101 are events, and line 102 has their hashes. */
const changes: Record<string, [(lines: string[]) => readonly string[], RegExp]> = {
  'one that was altered': [
    (lines) => lines.with(7, (lines[7] ?? '').replace('"success"', '"refused"')),
    /altered: line 8$/m,
  ],
  'one that was deleted': [(lines) => lines.toSpliced(7, 1), /1 deleted, from line 8 on$/m],
  'one that was inserted': [
    (lines) => lines.toSpliced(7, 0, (lines[7] ?? '').replace('"id":"0', '"id":"1')),
    /altered or inserted: line 8$/m,
  ],
  'one that was repeated': [(lines) => lines.toSpliced(7, 0, lines[7] ?? ''), /repeated: from line 9 on$/m],
  'two that were swapped': [
    (lines) => lines.with(7, lines[9] ?? '').with(9, lines[7] ?? ''),
    /not in their order: lines 8, 10$/m,
  ],
}

for (const [what, [change, told]] of Object.entries(changes)) {
  test(`${what} is found and named in all of the audit, and in an organisation’s own`, () => {
    for (const file of [everything, own]) {
      const { exitCode, output } = verify(changed(file, change))
      assert.equal(exitCode, 1, output)
      assert.match(output, told)
    }
  })
}

test('whoever changes the hashes beside the events too is found by the next head', () => {
  const { exitCode, output } = verify(
    changed(everything, (lines) =>
      lines.with(7, (lines[7] ?? '').replace('"success"', '"refused"')).filter((line) => !line.startsWith('{"hashes"')),
    ),
  )
  assert.equal(exitCode, 1)
  assert.match(output, /between lines 2 and \d+ the log is not what head 1 was signed over/)
})

test('a file that was cut off is found, wherever it was', () => {
  for (const file of [everything, own])
    for (const length of [1, 2, 50, 101, -2, -1])
      assert.equal(verify(changed(file, (lines) => lines.slice(0, length))).exitCode, 1, `${file} ${length}`)
  const first = linesOf(everything).findIndex((line) => line.startsWith('{"head":'))
  const { output } = verify(changed(everything, (lines) => lines.slice(0, first + 1)))
  assert.match(output, /the file was cut off: it ends with head 1, and began as one up to 2/)
})

test('a file that was cut off in good order is found by the heads kept outside', () => {
  const first = linesOf(everything).findIndex((line) => line.startsWith('{"head":'))
  const cut = changed(everything, (lines) =>
    lines.slice(0, first + 1).with(0, (lines[0] ?? '').replace('"lastHead":2', '"lastHead":1')),
  )
  assert.equal(verify(cut).exitCode, 0)
  assert.match(verify(cut, '--heads', headsFile).output, /ends with head 1 .*; outside, heads up to 3 were kept/)
})

test('a log that somebody else signed is refused when one knows SEB’s key, and its key is shown when one does not', async () => {
  const thief = sealKeys(generateKeyPairSync('ed25519').privateKey)
  const forger = await openSealedAudit()
  await forger.record(3)
  const file = join(folder, 'forged.jsonl')
  const { storage, clock } = forger
  const sealer = createSealer({ db: storage.db, clock, keys: thief })
  await exportAudit(
    { db: storage.db, clock, ids: randomIds, sealer },
    { file, organisation: null, by: { actor: { kind: 'operator', id: 'x' } } },
  )
  await storage.close()
  assert.match(verify(file).output, /head 1 is signed with another key, SHA256:/)
  const unknown = verifyFile([file])
  assert.equal(unknown.exitCode, 0)
  assert.match(unknown.output, /The key was taken from the file itself: compare it/)
  assert.match(verify(file, '--heads', headsFile).output, /head 1 is not the one that was kept outside/)
})

test('signed heads that were altered are refused', () => {
  for (const file of [everything, own]) {
    const { exitCode, output } = verify(
      changed(file, (lines) =>
        lines.map((line) =>
          line.replace('"at":"2026-11-24T10:00:00.123Z","chain"', '"at":"2026-11-25T10:00:00.123Z","chain"'),
        ),
      ),
    )
    assert.equal(exitCode, 1)
    assert.match(output, /is not signed by the key it names/)
  }
})

test('whoever knows the earlier key can follow a change of key that it announced', async () => {
  const second = generateKeyPairSync('ed25519').privateKey
  const announcing = { ...audit.keys, next: sealKeys(second).key }
  await audit.record(1)
  await createSealer({ db: audit.storage.db, clock: audit.clock, keys: announcing }).seal({ headAtOnce: true })
  for (const of of [null, organisation]) {
    const { exitCode, output } = verify(await exported(of, sealKeys(second)))
    assert.equal(exitCode, 0, output)
  }
  const third = sealKeys(generateKeyPairSync('ed25519').privateKey)
  assert.match(verify(await exported(organisation, third)).output, /signed with another key/)
})

test('an export is inert: every line is JSON, with nothing in it for a terminal or a spreadsheet', () => {
  for (const line of linesOf(everything)) {
    assert.ok(line.startsWith('{'))
    assert.doesNotThrow(() => JSON.parse(line))
    assert.doesNotMatch(line, /[\p{Cc}\p{Cf}]|[,;]\s*[=+@]/u)
  }
})

test('an export never replaces a file, leaves nothing unfinished, and can be read by its owner only', async () => {
  const { storage, clock, sealer } = audit
  const again = exportAudit(
    { db: storage.db, clock, ids: randomIds, sealer },
    { file: own, organisation, by: { actor: { kind: 'operator', id: 'x' } } },
  )
  await assert.rejects(again, { detail: `${own}: is there already` })
  const nowhere = {
    file: join(folder, 'no', 'file'),
    organisation,
    by: { actor: { kind: 'operator', id: 'x' } },
  } as const
  await assert.rejects(exportAudit({ db: storage.db, clock, ids: randomIds, sealer }, nowhere), /cannot be written/)
  assert.equal(statSync(own).mode & 0o777, 0o600)
  assert.ok(!existsSync(nowhere.file))
  assert.deepEqual(
    readdirSync(folder).filter((name) => /jsonl\.[0-9a-f]/.test(name)),
    [],
  )
})

test('an event that is gone from the database is missed in an export', async () => {
  await audit.tamper('delete from audit_event where sequence = 3')
  const { exitCode, output } = verify(await exported(null))
  assert.equal(exitCode, 1)
  assert.match(output, /line 4: the event that stood here was no longer in the database/)
})

test('what is no export is not taken for one', () => {
  for (const text of ['', '{}', 'no JSON', '{"seb":"audit export","format":2}']) {
    const file = join(folder, `none-${files++}`)
    writeFileSync(file, text)
    assert.notEqual(verify(file).exitCode, 0, text)
  }
  assert.equal(verifyFile([join(folder, 'missing')]).exitCode, 2)
  assert.equal(verifyFile([]).exitCode, 2)
})
