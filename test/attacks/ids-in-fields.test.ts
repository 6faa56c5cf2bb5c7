/**
 * Ids in filters, lists, choices and files: what is another organisation's is answered as what there is not, by status, text, headers,
 * redirect, the page it leads to, and the queries it takes. (Security D2, D3)
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { missing, openAskingStage } from './ask-route.ts'
import { type FieldThing, type IdField, idFields } from './id-fields.ts'
import { type CapacityName, routeTable } from './route-table.ts'

const { stage, ask } = await openAskingStage()
after(() => stage.close())

const theirs: Readonly<Record<Exclude<FieldThing, keyof typeof stage.things>, string>> = {
  person: await personOf(stage.things.account.foreign),
  'professional-uuid': '00000000-0000-4000-8000-000000000101',
  session: await sessionOf('chief administrator of Y'),
  capacity: `chief-administrator:${stage.things['administrator-account'].foreign}`,
  'unit-number': 'Fjernt i Y',
}
await stage.db
  .updateTable('unit')
  .set({ name: theirs['unit-number'], sor: '999900000000077' })
  .where('id', '=', stage.things.unit.foreign)
  .execute()

for (const [route, fields] of Object.entries(idFields))
  test(route, async () => {
    const expected = routeTable[route]
    assert.ok(expected?.kind === 'only', `${route} is not in the table of routes`)
    // To those of Y it would be their own.
    const asking = expected.who.filter((capacity) => !capacity.endsWith('of Y'))
    for (const capacity of asking)
      for (const field of fields) {
        const what = `${route} as ${capacity}: ${field.field}${field.text ? ` in ${field.text}` : ''}`
        // The first look at anything may fill what is kept for a moment.
        await answerTo(route, capacity, field, nothing(field.of))
        const none = await answerTo(route, capacity, field, nothing(field.of))
        const answer = await answerTo(route, capacity, field, foreign(field.of))
        for (const part of ['status', 'location', 'headers', 'queries', 'body'] as const)
          assert.deepEqual(answer[part], none[part], `${what}: ${part} tells`)
      }
  })

/** What nobody has, of the same form. */
function nothing(of: FieldThing): string {
  if (of === 'capacity') return `chief-administrator:${missing}`
  return of === 'unit-number' ? 'Findes ikke' : missing
}

function foreign(of: FieldThing): string {
  return of in stage.things ? stage.things[of as keyof typeof stage.things].foreign : theirs[of as keyof typeof theirs]
}

/** With the page that a redirect leads to; whatever was sent, and ids made on the way, are the same in all answers. */
async function answerTo(route: string, capacity: CapacityName, field: IdField, id: string) {
  const [method = '', pattern = ''] = route.split(' ')
  const expected = routeTable[route]
  const things = expected?.kind === 'only' ? expected.things : {}
  const idOf = (name: string) => {
    const thing = things[name]
    return thing ? stage.things[thing].own : missing
  }
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => idOf(name))
  const value = (field.text ?? '{id}').replace('{id}', id)
  const sent = { ...field.with, [field.field]: value }
  // What the table says of the query is its own.
  const query = Object.keys(things).filter((name) => !pattern.includes(`:${name}`) && name !== field.field)
  const asked = new URLSearchParams(query.map((name) => [name, idOf(name)]))
  if (method === 'GET') for (const [name, text] of Object.entries(sent)) asked.set(name, text)
  const address = asked.size === 0 ? path : `${path}?${asked}`
  const answer = await ask(method, capacity, address, method === 'GET' ? {} : sent)
  const next = answer.location?.startsWith('/') ? await ask('GET', capacity, answer.location) : null
  const alike = (text: string) =>
    text
      .replaceAll(id, 'ID')
      .replaceAll(encodeURIComponent(id), 'ID')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
  return {
    ...answer,
    status: next ? `${answer.status} ${next.status}` : answer.status,
    location: answer.location && alike(answer.location),
    body: alike(answer.body + (next?.body ?? '')),
    headers: { ...answer.headers, location: '' },
    queries: [...answer.queries, ...(next?.queries ?? [])],
  }
}

async function personOf(accountId: string): Promise<string> {
  const account = stage.db.selectFrom('account').select('person_id').where('id', '=', accountId)
  return (await account.executeTakeFirstOrThrow()).person_id
}

async function sessionOf(capacity: CapacityName): Promise<string> {
  await stage.enter(capacity)
  const sessions = stage.db.selectFrom('session').select('id').orderBy('started_at', 'desc').orderBy('id', 'desc')
  return (await sessions.executeTakeFirstOrThrow()).id
}
