/**
 * `seb verify-audit`: checks every event in the database against its seal, the seals against the signed heads, and all of
 * it against the heads outside the database. It changes nothing and holds nobody up.
 */
import type { Db } from '../../storage/database.ts'
import { createHeadsToMeet, type HeadsToMeet, headsOfDatabase, headsOfFile } from './check-against-heads.ts'
import { type ChainCheck, createChainCheck } from './check-chain.ts'
import { createHeadCheck } from './check-heads.ts'
import { createFindings, type Findings } from './findings.ts'
import type { Head } from './head.ts'
import type { SealKeys } from './load-seal-keys.ts'
import { growTree } from './organisation-tree.ts'
import { endOfAudit, type KeptHead, lastHeads } from './seals.store.ts'
import { countUnsealed, eventsWithoutSeal, walkSeals, wrongOrganisationEnds } from './walk-audit.store.ts'

export interface VerifyDeps {
  db: Db
  keys: SealKeys
  /** Where heads are kept outside the database. */
  headsFile: string
}

export interface Verification {
  /** Places where something is wrong; none is what one hopes for. */
  findings: string[]
  /** What is worth knowing though nothing is wrong. */
  notes: string[]
  events: number
  heads: number
  /** When the last head was signed. */
  sealedUntil: string | null
}

export async function verifyAudit({ db, keys, headsFile }: VerifyDeps): Promise<Verification> {
  const findings = createFindings()
  const chain = createChainCheck(findings)
  const trusted = [keys.key, ...(keys.next === null ? [] : [keys.next]), ...keys.earlier]
  // In this order, since SEB goes on sealing: no head is met that covers more than is walked.
  const outside = await headsOfFile(headsFile)
  const { last: lastHead, lastWithTree } = await lastHeads(db)
  const end = await endOfAudit(db)
  const inDatabase = await createHeadsToMeet({
    heads: headsOfDatabase(db, lastHead?.number ?? 0),
    check: createHeadCheck(trusted, 'first'),
    findings,
    where: 'in the database',
  })
  const inFile =
    outside &&
    (await createHeadsToMeet({
      heads: outside.heads,
      check: createHeadCheck(trusted, 'anywhere'),
      findings,
      where: 'outside the database',
    }))
  const covered = await walk(db, {
    chain,
    findings,
    end,
    meeting: inFile ? [inDatabase, inFile] : [inDatabase],
    tree: lastWithTree,
  })
  chain.finish()
  const { count, last } = await inDatabase.finish(chain.at)
  const kept = await inFile?.finish(chain.at)
  for (const id of await wrongOrganisationEnds(db))
    findings.add(Number.POSITIVE_INFINITY, `the end of the chain of organisation ${id} was altered`)
  return {
    findings: findings.list(),
    notes: notesOn({
      headsFile,
      kept: kept?.count,
      broken: outside?.broken() ?? 0,
      unsealed: await countUnsealed(db, covered),
    }),
    events: chain.at.position,
    heads: count,
    sealedUntil: last?.head.at ?? null,
  }
}

interface Walk {
  chain: ChainCheck
  findings: Findings
  end: number
  meeting: readonly HeadsToMeet[]
  tree: KeptHead | null
}

/** Returns the number of the last event that is covered. */
async function walk(db: Db, { chain, findings, end, meeting, tree }: Walk): Promise<number> {
  // Also what was put before the first event of all.
  let covered = Number.MIN_SAFE_INTEGER
  for await (const batch of walkSeals(db, { last: end })) {
    for (const sealed of batch) {
      chain.check(sealed)
      for (const heads of meeting) if (heads.next <= sealed.position) await heads.meet(chain.at)
      if (sealed.position === tree?.position) await checkTree(chain, tree, findings)
    }
    const upTo = Math.max(covered, chain.at.sequence)
    for (const event of await eventsWithoutSeal(db, covered, upTo))
      findings.addEvent(chain.at.position, event.sequence, 'inserted')
    covered = upTo
  }
  return Math.max(covered, 0)
}

/** The last tree: it says where every organisation's chain stood. */
async function checkTree(chain: ChainCheck, head: KeptHead, findings: Findings): Promise<void> {
  const links = [...chain.organisations].map(([organisationId, link]) => ({ organisationId, ...link }))
  const tree = await growTree(head.treeSalt ?? Buffer.of(), links)
  if (tree.root.toString('hex') !== (JSON.parse(head.text) as Head).organisations)
    findings.add(head.position, `head ${head.number} was signed over other chains of the organisations`)
}

function notesOn(of: { headsFile: string; kept: number | undefined; broken: number; unsealed: number }): string[] {
  const { headsFile, kept, broken, unsealed } = of
  return [
    ...(kept === undefined ? [`There is no file ${headsFile}: heads outside the database were not compared.`] : []),
    ...(kept === 0 ? [`${headsFile} holds no heads: heads outside the database were not compared.`] : []),
    ...(broken > 0 ? [`${headsFile} has ${broken} lines that are no heads, as a crash may leave them.`] : []),
    ...(unsealed > 0 ? [`${unsealed} events are not sealed yet.`] : []),
  ]
}
