#!/usr/bin/env node
/**
 * Checks an exported audit log of SEB. Needs Node.js 18 or newer and nothing else: neither SEB, nor its database, nor a
 * network. What it relies on is described in docs/operators/audit.md, so that another can be written.
 *
 *   node verify-audit.mjs FILE [--key PEM] [--heads FILE]
 *
 * --key    the public key that you know to be SEB's; without it, the key in the file is taken at its word
 * --heads  signed heads that were kept outside SEB's database
 *
 * Ends with 0 when the log is as it was signed, 1 when it is not, 2 when it could not be checked.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const startOf = (organisation) => sha256(organisation ? `seb audit 1 organisation ${organisation}` : 'seb audit 1')

const faults = []
/** Lines whose hash is not the one the file tells beside them: where to look, if the signature says that something is wrong. */
const suspects = []
const fault = (text) => faults.push(text)

/** The keys that may sign: those given, and those that a head signed with one of them has announced. */
const trusted = new Set()
let keyIsGiven = false

const nameOf = (key) => `SHA256:${createHash('sha256').update(Buffer.from(key, 'base64url')).digest('base64url')}`

function trustKeysOf(pem) {
  keyIsGiven = true
  const blocks = pem.match(/-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g) ?? []
  for (const block of blocks)
    trusted.add(createPublicKey(block).export({ format: 'der', type: 'spki' }).toString('base64url'))
}

/** Whether the head is signed, by a key that is trusted. */
function checkSignature({ head, signature }, where) {
  const key = createPublicKey({ key: Buffer.from(head.key, 'base64url'), format: 'der', type: 'spki' })
  const signed = Buffer.from(`seb audit head 1\n${JSON.stringify(head)}`)
  if (!keyIsGiven && trusted.size === 0) trusted.add(head.key)
  if (key.asymmetricKeyType !== 'ed25519' || !verify(null, signed, key, Buffer.from(signature, 'base64url')))
    fault(`${where}: head ${head.number} is not signed by the key it names`)
  else if (!trusted.has(head.key))
    fault(`${where}: head ${head.number} is signed with another key, ${nameOf(head.key)}`)
  else if (head.next) trusted.add(head.next)
}

const hashOfHead = ({ head }) => sha256(JSON.stringify(head)).toString('hex')

/** How far the log has been read: the chain over all events in the file, and where heads were right. */
const state = { organisation: null, lastHead: 0, events: 0, line: 0, chain: startOf(null) }
let head = null
let proof
let rightUntil = { line: 1, events: 0 }
let block = []

function takeEvent(hash) {
  state.events++
  state.chain = sha256(state.chain, hash)
  block.push({ line: state.line, hash: hash.toString('hex', 0, 6) })
}

/** Compares the lines above with the hashes that the file tells of them, and names those that differ. */
function takeHashes(told) {
  const found = block.map(({ hash }) => hash)
  const lineAt = (index) => block[index]?.line ?? state.line
  const lost = told.filter((hash) => !found.includes(hash)).length
  const strange = found.flatMap((hash, index) => (told.includes(hash) ? [] : [lineAt(index)]))
  const from = found.findIndex((hash, index) => hash !== told[index])
  if (strange.length > 0)
    suspects.push(`${lost < strange.length ? 'altered or inserted' : 'altered'}: line ${strange.join(', ')}`)
  if (lost > strange.length)
    suspects.push(`${lost - strange.length} deleted, from line ${lineAt(from === -1 ? found.length : from)} on`)
  if (strange.length === 0 && lost === 0 && found.length > told.length)
    suspects.push(`repeated: from line ${lineAt(from)} on`)
  else if (strange.length === 0 && lost === 0 && from !== -1) {
    const moved = found.flatMap((hash, index) => (hash === told[index] ? [] : [lineAt(index)]))
    suspects.push(`not in their order: lines ${moved.join(', ')}`)
  }
  block = []
}

/** A head in a file with everything: it follows from the one before, and the chain so far is what it was signed over. */
function takeHead(next) {
  checkSignature(next, `line ${state.line}`)
  if (state.organisation) {
    head = next
    return
  }
  const expected = head ? head.head.number + 1 : 1
  if (next.head.number !== expected)
    fault(`line ${state.line}: head ${next.head.number} comes where ${expected} should`)
  else if (next.head.previous !== (head ? hashOfHead(head) : null))
    fault(`line ${state.line}: head ${next.head.number} does not follow from the one before it`)
  if (next.head.chain === state.chain.toString('hex')) rightUntil = { line: state.line, events: state.events }
  else if (rightUntil) {
    fault(
      `between lines ${rightUntil.line + 1} and ${state.line} the log is not what head ${next.head.number} was signed over`,
    )
    rightUntil = null
  }
  head = next
}

function takeLine(text) {
  state.line++
  if (text.startsWith('{"id":')) {
    takeEvent(sha256(text))
    if (state.organisation && JSON.parse(text).organisationId !== state.organisation.id)
      fault(`line ${state.line}: an event of somebody else`)
    return
  }
  const it = JSON.parse(text)
  if (state.line === 1) {
    if (it.seb !== 'audit export' || it.format !== 1) throw new Error('this is no audit export of a format known here')
    Object.assign(state, { organisation: it.organisation, lastHead: it.lastHead })
    state.chain = startOf(it.organisation?.id)
  } else if (it.gone !== undefined) {
    fault(`line ${state.line}: the event that stood here was no longer in the database`)
    takeEvent(Buffer.from(it.gone, 'hex'))
  } else if (it.hashes !== undefined) takeHashes(it.hashes.split(' '))
  else if (it.head !== undefined) takeHead(it)
  else if (it.proof !== undefined) proof = it.proof
  else throw new Error(`line ${state.line}: not known here`)
}

/** The root of the tree of organisations, as the path in the file leads to it. */
function climb({ events, blinding, path }) {
  const count = Buffer.alloc(8)
  count.writeBigUInt64BE(BigInt(events))
  const uuid = Buffer.from(state.organisation.id.replaceAll('-', ''), 'hex')
  const leaf = sha256(Buffer.of(0), Buffer.from(blinding, 'hex'), uuid, count, state.chain)
  return path.reduce((below, { side, hash }) => {
    const beside = Buffer.from(hash, 'hex')
    return sha256(Buffer.of(1), ...(side === 'left' ? [beside, below] : [below, beside]))
  }, leaf)
}

function finish() {
  if (!head) return fault('there is no signed head: nothing proves what is in the file')
  if (head.head.number !== state.lastHead)
    fault(`the file was cut off: it ends with head ${head.head.number}, and began as one up to ${state.lastHead}`)
  if (state.organisation) {
    if (!proof) return fault('there is no path to the signed head: nothing proves what is in the file')
    if (proof.events !== state.events) fault(`the file holds ${state.events} events, and was made with ${proof.events}`)
    if (climb(proof).toString('hex') !== head.head.organisations)
      fault(`the events are not those that head ${head.head.number} was signed over`)
  } else if (rightUntil && rightUntil.events !== state.events)
    fault(`no head was signed over what comes after line ${rightUntil.line}`)
}

/** The heads in the file against those kept outside: by number, since the same number must be the same head. */
async function readHeads(path) {
  const heads = new Map()
  for await (const line of createInterface({ input: createReadStream(path) })) {
    try {
      const it = JSON.parse(line)
      if (it.head) heads.set(it.head.number, it)
    } catch {
      // A crash may leave half a line; the head follows whole on the next.
    }
  }
  return heads
}

function compare(own, outside) {
  const kept = outside.get(own.head.number)
  if (kept && JSON.stringify(kept.head) !== JSON.stringify(own.head))
    fault(`head ${own.head.number} is not the one that was kept outside`)
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true }, heads: { type: 'string' } },
  })
  if (positionals.length !== 1) throw new Error('Usage: node verify-audit.mjs FILE [--key PEM] [--heads FILE]')
  for (const file of values.key ?? []) trustKeysOf(readFileSync(file, 'utf8'))
  const outside = values.heads ? await readHeads(values.heads) : null
  for await (const line of createInterface({ input: createReadStream(positionals[0]), crlfDelay: 0 })) {
    takeLine(line)
    if (outside && head && line.startsWith('{"head":')) compare(head, outside)
  }
  finish()
  if (outside && head) {
    const last = Math.max(...outside.keys())
    if (last > head.head.number)
      console.log(
        `The file ends with head ${head.head.number} of ${head.head.at}; outside, heads up to ${last} were kept.`,
      )
    if (!outside.has(head.head.number)) console.log('The last head of the file is not among those kept outside.')
  }
  const whose = state.organisation ? `CVR ${state.organisation.cvr}, ${state.organisation.name}: ` : ''
  if (faults.length > 0) {
    console.error([`${whose}NOT as it was signed.`, ...faults.slice(0, 100), ...suspects.slice(0, 100)].join('\n  '))
    process.exitCode = 1
    return
  }
  console.log(
    `${whose}${state.events} events, as they were signed on ${head.head.at} with the key ${nameOf(head.head.key)}.`,
  )
  if (!keyIsGiven)
    console.log('The key was taken from the file itself: compare it with the one that SEB’s operator tells you.')
}

await main().catch((error) => {
  console.error(error.message)
  process.exitCode = 2
})
