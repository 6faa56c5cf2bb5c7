import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { randomIds } from '../../base/ids.ts'
import { growTree, type OrganisationLink, type Proof } from './organisation-tree.ts'

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const links = (count: number): OrganisationLink[] =>
  Array.from({ length: count }, (_, index) => ({
    organisationId: randomIds.uuid(),
    position: index + 1,
    chain: randomBytes(32),
  }))

/** Written from the description, not with the product's own parts. */
function climb(link: OrganisationLink, { blinding, path }: Proof): string {
  const count = Buffer.alloc(8)
  count.writeUInt32BE(link.position, 4)
  const uuid = Buffer.from(link.organisationId.replaceAll('-', ''), 'hex')
  const leaf = sha256(Buffer.of(0), blinding, uuid, count, link.chain)
  return path
    .reduce(
      (hash, step) => sha256(Buffer.of(1), ...(step.side === 'left' ? [step.hash, hash] : [hash, step.hash])),
      leaf,
    )
    .toString('hex')
}

test('every organisation’s path leads to the root, whatever their number', async () => {
  for (const count of [1, 2, 3, 4, 5, 7, 8, 9, 31, 33]) {
    const some = links(count)
    const tree = await growTree(randomBytes(32), some)
    for (const link of some) {
      const proof = tree.prove(link.organisationId)
      assert.ok(proof)
      assert.equal(climb(link, proof), tree.root.toString('hex'), `${count} organisations`)
      assert.notEqual(climb({ ...link, position: link.position + 1 }, proof), tree.root.toString('hex'))
      assert.notEqual(climb({ ...link, chain: randomBytes(32) }, proof), tree.root.toString('hex'))
    }
    assert.equal(tree.prove(randomIds.uuid()), null)
  }
})

test('from two proofs nobody sees whether a neighbour did anything in between', async () => {
  const [one, other] = links(2)
  assert.ok(one && other)
  const pathOf = async () => (await growTree(randomBytes(32), [one, other])).prove(one.organisationId)?.path[0]?.hash
  assert.notDeepEqual(await pathOf(), await pathOf())
})

test('a tree of 5,000 organisations lets others work in between', async () => {
  let turns = 0
  const turn = setInterval(() => turns++, 0)
  await growTree(randomBytes(32), links(5_000))
  clearInterval(turn)
  assert.ok(turns > 0)
})
