/**
 * Every route asked as everybody (security D1), and whether what is of others can be told from what there is not: by status,
 * text, header, or by the queries it takes, which is what a clock would show. (D2, D3, D15)
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Answer, missing, openAskingStage } from './ask-route.ts'
import { type CapacityName, capacities, type Expected, routeTable } from './route-table.ts'
import type { Thing } from './things.ts'

const { stage, ask: askRoute } = await openAskingStage()
after(() => stage.close())

type Choice = 'own' | 'foreign' | 'missing'
type Only = Extract<Expected, { kind: 'only' }>

const rows = Object.entries(routeTable).map(([route, expected]) => {
  const [method = '', pattern = ''] = route.split(' ')
  return { route, method, pattern, expected }
})
type Row = (typeof rows)[number]
const isOnly = (row: Row): row is Row & { expected: Only } => row.expected.kind === 'only'
const withThings = rows.filter(isOnly).filter(({ expected }) => Object.keys(expected.things).length > 0)

/** To whom no organisation is another's. */
const outside: readonly CapacityName[] = ['anonymous', 'citizen', 'system management', 'service desk']

test('every route tells those who may not use it what an address tells that does not exist', async (t) => {
  for (const row of rows.filter(isOnly)) {
    await t.test(row.route, async () => {
      // Those inside are asked below, with every id.
      const asked = Object.keys(row.expected.things).length > 0 ? outside : capacities
      for (const capacity of asked.filter((name) => !row.expected.who.includes(name))) {
        const answer = await ask(row, capacity, addressOf(row, 'own'))
        if (capacity === 'anonymous') assertLogIn(answer, row, capacity)
        else if (capacity === 'citizen') assert.equal(answer.status, 403, `${row.route} as ${capacity}`)
        else await assertNotFound(answer, row, capacity)
      }
    })
  }
})

test('nobody can tell what is another’s from what does not exist', async (t) => {
  for (const row of withThings) {
    await t.test(row.route, async () => {
      for (const capacity of capacities.filter((name) => !outside.includes(name))) {
        if (row.expected.who.includes(capacity))
          for (const name of Object.keys(row.expected.things)) {
            const none = addressOf(row, 'own', { [name]: 'missing' })
            await assertAlike(row, capacity, none, {
              [`a foreign ${name}`]: addressOf(row, 'own', { [name]: 'foreign' }),
            })
          }
        // Whoever may not even use their own must not learn that there is one.
        else
          await assertAlike(row, capacity, addressOf(row, 'missing'), {
            'what is X’s': addressOf(row, 'own'),
            ...(capacity.endsWith('of Y') ? {} : { 'what is Y’s': addressOf(row, 'foreign') }),
          })
      }
    })
  }
})

test('every route lets in those who may, whatever little they send, and never breaks', async (t) => {
  for (const row of rows.filter(isOnly)) {
    await t.test(row.route, async () => {
      for (const capacity of row.expected.who) {
        const answer = await ask(row, capacity, addressOf(row, 'own'))
        const { status } = answer
        assert.ok(status < 500 && ![401, 403, 404, 405].includes(status), `${row.route} as ${capacity}: ${status}`)
      }
    })
  }
})

test('what is for everybody answers everybody the same', async (t) => {
  const open = rows.filter(({ expected }) => expected.kind === 'everybody')
  const last = ({ expected }: Row) => (expected.kind === 'everybody' && expected.last ? 1 : 0)
  for (const row of open.sort((one, other) => last(one) - last(other))) {
    await t.test(row.route, async () => {
      for (const capacity of capacities) {
        const { status } = await ask(row, capacity, addressOf(row, 'missing'))
        assert.equal(status, row.expected.kind === 'everybody' && row.expected.status, `${row.route} as ${capacity}`)
      }
    })
  }
})

/** `instead`: another choice for one parameter. */
function addressOf({ pattern, expected }: Row, choice: Choice, instead: Record<string, Choice> = {}): string {
  const things: Readonly<Record<string, Thing>> = expected.kind === 'only' ? expected.things : {}
  const idOf = (name: string) => {
    const thing = things[name]
    const chosen = instead[name] ?? choice
    return thing === undefined || chosen === 'missing' ? missing : stage.things[thing][chosen]
  }
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => idOf(name))
  // What is not in the path stands in the query.
  const others = Object.keys(things).filter((name) => !pattern.includes(`:${name}`))
  return others.length === 0 ? path : `${path}?${new URLSearchParams(others.map((name) => [name, idOf(name)]))}`
}

const ask = ({ method }: Row, capacity: CapacityName, path: string) => askRoute(method, capacity, path)

function assertLogIn({ status, location }: Answer, { route }: Row, capacity: CapacityName): void {
  assert.equal(status, 303, `${route} as ${capacity}`)
  assert.match(location ?? '', /^\/login\/vaelg\?/, `${route} as ${capacity}`)
}

async function assertNotFound(answer: Answer, row: Row, capacity: CapacityName): Promise<void> {
  assert.equal(answer.status, 404, `${row.route} as ${capacity}`)
  const nowhere = nowheres.get(`${row.method} ${capacity}`) ?? (await ask(row, capacity, '/admin/findes-ikke')).body
  nowheres.set(`${row.method} ${capacity}`, nowhere)
  assert.equal(answer.body, nowhere, `${row.route} as ${capacity}`)
}

/** The page of an address that does not exist, by method and capacity. */
const nowheres = new Map<string, string>()

const warm = new Set<string>()

/** `others`: addresses, by what they are of, that must answer as the one of what there is not. */
async function assertAlike(
  row: Row,
  capacity: CapacityName,
  none: string,
  others: Readonly<Record<string, string>>,
): Promise<void> {
  // The first look at anything may fill what is kept for a moment.
  if (!warm.has(row.route)) await ask(row, capacity, none)
  warm.add(row.route)
  const expected = await ask(row, capacity, none)
  await assertNotFound(expected, row, capacity)
  for (const [what, address] of Object.entries(others)) {
    const answer = await ask(row, capacity, address)
    for (const part of ['status', 'location', 'headers', 'queries', 'body'] as const)
      assert.deepEqual(answer[part], expected[part], `${row.route} as ${capacity}: ${part} tells of ${what}`)
  }
}
