/** What an operator can get wrong. Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import type { Storage } from '../storage/database.ts'
import type { ApplyDeps } from './apply-document.ts'

let storage: Storage
let deps: ApplyDeps

const good = `# a comment
organisations:
  - { cvr: '99999991', name: Prøveklinikken, kind: general-practice, units: [{ key: house, name: Huset }] }
identityProviders:
  - key: nord
    kind: local
    names: { da: Nord, en: North }
    category: region
    highestAssurance: Substantial
    allowedCvrs: ['99999991']
    metadata: { inline: '<m entityID="https://nord.example"/>' }
services:
  - key: medicine
    names: { da: Medicinkort, en: Medication Record }
    shortName: Medicin
    audience: professional
    lowestAssurance: Substantial
    access: role
    identityProviders: [nord]
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
    roles:
      - key: refer
        names: { da: Henviser, en: Referrer }
        privileges: ['urn:dk:example:refer']
        lowestAssurance: Substantial
        scopes: [{ key: area, kind: list, names: { da: Område, en: Area }, allowedValues: [north], constraintName: 'urn:x:y' }]
grants:
  - { cvr: '99999991', service: medicine, roles: [refer] }
people:
  - key: anna
    name: Anna Prøve
    identities: [{ identityProvider: nord, subject: anna }]
    accounts:
      - cvr: '99999991'
        key: ANNA
        unit: house
        rid: '1'
        assignments: [{ service: medicine, role: refer, scopes: { area: [north] } }]
`

before(async () => {
  storage = await openTestDatabase()
  deps = testApplyDeps(storage.db)
  assert.equal((await applyText(deps, good)).exitCode, 0)
})
after(() => storage.close())

/** Applies the good document with something replaced; returns the mistakes, and holds that nothing was written. */
async function mistakesIn(text: string): Promise<string> {
  const events = await countEvents()
  const { exitCode, output } = await applyText(deps, text)
  assert.equal(exitCode, 1, output)
  assert.match(output, /Nothing was changed\.$/)
  assert.equal(await countEvents(), events)
  return output.split('\n').slice(0, -1).join('\n')
}

async function countEvents(): Promise<number> {
  return (await storage.db.selectFrom('audit_event').select('id').execute()).length
}

const one = (from: string, to: string) => {
  assert.ok(good.includes(from), from)
  return mistakesIn(good.replace(from, to))
}

test('an unknown field is refused wherever it stands', async () => {
  assert.equal(await one('grants:', 'rights: []\ngrants:'), '27:1 rights: there is no such field')
  assert.equal(
    await one('shortName:', 'nickname:'),
    ['13:5 services[0].shortName: is missing', '15:5 services[0].nickname: there is no such field'].join('\n'),
  )
  assert.equal(
    await one('key: house,', 'key: house, sort: 1,'),
    '3:92 organisations[0].units[0].sort: there is no such field',
  )
  assert.equal(
    await one('access: role', 'access: role\n    settings: { signResponses: true }'),
    '19:17 services[0].settings.signResponses: there is no such field',
  )
})

test('text that no message and no database could carry is refused, told by its place', async () => {
  const outcome = await applyText(
    deps,
    JSON.stringify({
      organisations: [
        { cvr: '99999992', name: 'Klinik\u0000ken', kind: 'dentist', units: [{ key: 'u', name: 'Hus\u0008et' }] },
      ],
    }),
  )
  assert.equal(outcome.exitCode, 1)
  assert.match(outcome.output, /organisations\[0\]\.name: holds a character that cannot be kept or sent/)
  assert.match(outcome.output, /organisations\[0\]\.units\[0\]\.name: holds a character/)
})

test('a value of the wrong type or from outside the list is refused', async () => {
  assert.match(
    await one("cvr: '99999991', name", 'cvr: 99999991, name'),
    /^3:7 organisations\[0\].cvr: must be text: put it in quotes$/,
  )
  assert.match(
    await one('access: role', 'access: everyone'),
    /^18:5 services\[0\].access: must be role or account or authenticated$/,
  )
  assert.match(
    await one('access: role', 'critical: yes\n    access: role'),
    /services\[0\].critical: must be true or false$/,
  )
  assert.match(await one('[nord]', 'nord'), /services\[0\].identityProviders: must be a list$/)
  assert.match(await mistakesIn('- one\n'), /must be an object with lists such as services/)
  assert.match(await mistakesIn('services: none\n'), /^1:1 services: must be a list$/)
  assert.match(await mistakesIn('services: [none]\n'), /^1:12 services\[0\]: must be an object$/)
})

test('what is not known is refused where it is referred to', async () => {
  assert.equal(
    await one('[nord]', '[nord, syd]'),
    '19:31 services[0].identityProviders[1]: there is no identity provider "syd" in this file or in SEB',
  )
  assert.match(await one('unit: house', 'unit: ward'), /accounts\[0\].unit: there is no unit of 99999991 "ward"/)
  assert.match(
    await one('roles: [refer]', 'roles: [sign]'),
    /grants\[0\].roles\[0\]: there is no role of service medicine "sign"/,
  )
  assert.match(
    await one('service: medicine, role:', 'service: records, role:'),
    /assignments\[0\].service: there is no service "records"/,
  )
  assert.match(
    await one("- cvr: '99999991'", "- cvr: '99999992'"),
    /accounts\[0\].cvr: there is no organisation "99999992"/,
  )
  assert.match(
    await one('identityProvider: nord', 'identityProvider: syd'),
    /identities\[0\].identityProvider: there is no identity provider "syd"/,
  )
})

test('two parties with one entity id are refused, in one document and against what SEB has', async () => {
  const second = good
    .slice(good.indexOf('  - key: medicine'), good.indexOf('grants:'))
    .replace('key: medicine', 'key: other')
  assert.match(
    await one('grants:', `${second}grants:`),
    /services\[1\].metadata: the entity id is already used at services\[0\]/,
  )
  assert.match(
    await mistakesIn(`services:\n${second}`),
    /services\[0\].metadata: the entity id https:\/\/medicine.example belongs to service "medicine"/,
  )
  const provider = good.slice(good.indexOf('  - key: nord'), good.indexOf('services:')).replace('key: nord', 'key: syd')
  assert.match(await mistakesIn(`identityProviders:\n${provider}`), /belongs to identity provider "nord"/)
})

test('a key that is used twice is refused', async () => {
  assert.match(
    await one('units: [{', 'units: [{ key: house, name: A }, {'),
    /units\[1\].key: this key is already used at organisations\[0\].units\[0\]/,
  )
  const account = good.slice(good.indexOf("      - cvr: '99999991'"))
  assert.match(
    await mistakesIn(good + account),
    /accounts\[1\].key: this key is already used at people\[0\].accounts\[0\]/,
  )
  assert.match(await mistakesIn(good + account.replace('ANNA', 'BO')), /accounts\[1\].rid: this value is already used/)
})

test('a value outside the scope of the role is refused', async () => {
  assert.match(await one('area: [north]', 'area: [west]'), /scopes.area\[0\]: is outside the role's scope "area"/)
  assert.match(await one('area: [north]', 'area: [north, north]'), /scopes.area: takes one value only/)
  assert.match(await one('area: [north]', 'place: [north]'), /needs a value for "area"[\s\S]*no such scope/)
})

test('dates that are reversed or do not exist are refused', async () => {
  assert.match(
    await one('roles: [refer] }', 'from: 2026-06-02, until: 2026-06-01 }'),
    /grants\[0\].until: ends before it begins/,
  )
  assert.match(await one('roles: [refer] }', 'from: 2026-02-30 }'), /grants\[0\].from: there is no such day or time/)
  assert.match(await one('roles: [refer] }', 'from: 1/6 2026 }'), /grants\[0\].from: must be a day such as/)
  assert.match(
    await one("rid: '1'", "rid: '1'\n        until: 2020-01-01"),
    /accounts\[0\].until: ends before it begins/,
  )
})

test('a local provider must say which organisations it speaks for, and a scope what it takes', async () => {
  assert.match(
    await one("    allowedCvrs: ['99999991']\n", ''),
    /identityProviders\[0\].allowedCvrs: must list the organisations/,
  )
  assert.match(await one('allowedValues: [north], constr', 'constr'), /scopes\[0\].allowedValues: must be given/)
  assert.match(await one(", constraintName: 'urn:x:y'", ''), /scopes\[0\].constraintName: must be given/)
  assert.match(
    await one('allowedValues: [north]', "allowedValues: [north], pattern: '['"),
    /scopes\[0\].pattern: is not a regular expression/,
  )
})

test('metadata must come from exactly one place, and be usable', async () => {
  assert.match(
    await one('metadata: { inline: \'<m entityID="https://nord.example"/>\' }', 'metadata: {}'),
    /identityProviders\[0\].metadata: must have exactly one of/,
  )
  assert.match(
    await one('<m entityID="https://nord.example"/>', '<m/>'),
    /^11:17 identityProviders\[0\].metadata.inline: says no entity id$/,
  )
  assert.match(
    await one('inline: \'<m entityID="https://nord.example"/>\'', 'address: https://nord.example/metadata'),
    /metadata.address: cannot be reached/,
  )
})

test('every mistake of the document is told at once, in the order of the file', async () => {
  const text = good
    .replace('kind: general-practice', 'kind: surgery')
    .replace('[nord]', '[nord, syd]')
    .replace('roles: [refer] }', 'from: 2026-06-02, until: 2026-06-01 }')
    .replace('area: [north]', 'area: [west]')
    .replace('category: region', 'colour: red')
  const lines = (await mistakesIn(text)).split('\n').map((line) => line.split(/:? /)[1])
  assert.deepEqual(lines, [
    'organisations[0].kind',
    'identityProviders[0].category',
    'identityProviders[0].colour',
    'services[0].identityProviders[1]',
    'grants[0].until',
    'people[0].accounts[0].assignments[0].scopes.area[0]',
  ])
})

test('a file that is not JSON or YAML, or names a field twice, is refused with line and column', async () => {
  assert.match(await mistakesIn('services: [\n  {'), /^2:\d+ /)
  assert.match(await mistakesIn('services: []\nservices: []\n'), /^2:1 Map keys must be unique/)
  assert.match(await mistakesIn('{"services": [],\n "services": []}'), /^2:2 Map keys must be unique/)
  assert.match(await mistakesIn('a: &a [*b]\n'), /^1:\d+ /)
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...'bcdefghij'.split('').map((name, index) => {
      const last = 'abcdefghi'[index]
      return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${last}`)}]`
    }),
  ]
  assert.match(await mistakesIn(bomb.join('\n')), /refers to itself/)
})

test('the same document as JSON has the same mistakes, with its own lines', async () => {
  const text = JSON.stringify(
    { organisations: [{ cvr: '99999991', name: 'A "quoted": name', kind: 'surgery' }] },
    null,
    2,
  )
  assert.match(await mistakesIn(text), /^6:7 organisations\[0\].kind: must be region or/)
})
