import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PrivilegeGroup } from '../../../brokering/attributes/claims.ts'
import { MessageRefused } from '../message-refused.ts'
import { mergePrivilegeGroups } from './merge-privilege-groups.ts'
import { readPrivileges } from './read-privileges.ts'
import { writePrivileges } from './write-privileges.ts'

// Organisations, authorisations and privileges here are made up.
const privilegeScope = {
  cvr: (number: string) => `urn:dk:gov:saml:cvrNumberIdentifier:${number}`,
  productionUnit: (number: string) => `urn:dk:gov:saml:productionUnitIdentifier:${number}`,
  seNumber: (number: string) => `urn:dk:gov:saml:seNumberIdentifier:${number}`,
  authorisation: (code: string, education: string) =>
    `urn:dk:healthcare:saml:userAuthorization:AuthorizationCode:${code}:EducationCode:${education}`,
}

const example: PrivilegeGroup[] = [
  {
    scope: privilegeScope.cvr('99999991'),
    constraints: [{ name: 'urn:dk:gov:saml:sorIdentifier', value: '000000000000001' }],
    privileges: ['urn:dk:example:seb:demo-registry:read', 'urn:dk:example:seb:demo-registry:report'],
  },
  {
    scope: privilegeScope.authorisation('ZZ001', '7170'),
    constraints: [],
    privileges: ['urn:dk:example:seb:demo-registry:sign'],
  },
]

const exampleXml =
  '<?xml version="1.0" encoding="UTF-8"?>\n<bpp:PrivilegeList xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile"><PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:99999991"><Constraint Name="urn:dk:gov:saml:sorIdentifier">000000000000001</Constraint><Privilege>urn:dk:example:seb:demo-registry:read</Privilege><Privilege>urn:dk:example:seb:demo-registry:report</Privilege></PrivilegeGroup><PrivilegeGroup Scope="urn:dk:healthcare:saml:userAuthorization:AuthorizationCode:ZZ001:EducationCode:7170"><Privilege>urn:dk:example:seb:demo-registry:sign</Privilege></PrivilegeGroup></bpp:PrivilegeList>'

const base64 = (xml: string) => Buffer.from(xml).toString('base64')
const malformed = (error: unknown) => error instanceof MessageRefused && error.reason === 'attribute-malformed'

test('privileges are written as version 1.2 has them, to the byte, and read back the same', () => {
  const written = writePrivileges(example, '1.2') ?? ''
  assert.equal(Buffer.from(written, 'base64').toString(), exampleXml)
  assert.ok(
    written.startsWith('PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0iVVRGLTgiPz4KPGJwcDpQcml2aWxlZ2VMaXN0IHhtbG5zOmJwcD0i'),
  )
  assert.deepEqual(readPrivileges(written), example)
})

test('a service built for version 1.1 gets the old namespace', () => {
  const written = writePrivileges(example, '1.1') ?? ''
  assert.match(Buffer.from(written, 'base64').toString(), /"http:\/\/itst\.dk\/oiosaml\/basic_privilege_profile"/)
  assert.deepEqual(readPrivileges(written), example)
})

test('no privileges is no attribute at all', () => {
  assert.equal(writePrivileges([], '1.2'), undefined)
  assert.equal(
    writePrivileges([{ scope: privilegeScope.cvr('99999991'), constraints: [], privileges: [] }], '1.2'),
    undefined,
  )
})

test('groups of the same scope and constraints become one, whatever the order of the constraints', () => {
  const [a, b] = [
    { name: 'urn:a', value: '1' },
    { name: 'urn:b', value: '2' },
  ]
  const scope = privilegeScope.productionUnit('1000000001')
  assert.deepEqual(
    mergePrivilegeGroups([
      { scope, constraints: [a, b], privileges: ['urn:p:1', 'urn:p:1'] },
      { scope, constraints: [a], privileges: ['urn:p:2'] },
      { scope, constraints: [b, a], privileges: ['urn:p:3', 'urn:p:1'] },
      { scope: privilegeScope.seNumber('10000001'), constraints: [a], privileges: ['urn:p:2'] },
    ]),
    [
      { scope, constraints: [a, b], privileges: ['urn:p:1', 'urn:p:3'] },
      { scope, constraints: [a], privileges: ['urn:p:2'] },
      { scope: privilegeScope.seNumber('10000001'), constraints: [a], privileges: ['urn:p:2'] },
    ],
  )
})

test('text that would break out of the XML stays text', () => {
  const hostile = ['<Privilege>x</Privilege>', ']]>', '&amp;', '"\'', '<!-- -->', '\r\n\t', 'æøå 😀']
  const groups = [
    {
      scope: `urn:x:"'<>&\n\t`,
      constraints: hostile.map((value) => ({ name: value, value })),
      privileges: ['urn:<&>'],
    },
  ]
  assert.deepEqual(readPrivileges(writePrivileges(groups, '1.2') ?? ''), groups)
  for (const illegal of ['\u0000', '\u000b', '\ud800', '\ufffe'])
    assert.throws(() => writePrivileges([{ scope: 'urn:x', constraints: [], privileges: [illegal] }], '1.2'), TypeError)
})

test('lists are read as other systems write them: qualified children, other order, line breaks, plain XML', () => {
  const qualified = exampleXml
    .replaceAll('bpp:', '')
    .replace('xmlns:bpp', 'xmlns')
    .replace(/(<Constraint.*?<\/Constraint>)(<Privilege>.*?<\/Privilege>)/, '\n  $2\n  $1\n')
    .replace('<Privilege>', '<Privilege>\n    ')
  assert.deepEqual(readPrivileges(base64(qualified)), example)
  assert.deepEqual(readPrivileges(base64(exampleXml).replace(/.{76}/g, '$&\r\n')), example)
  assert.deepEqual(readPrivileges(exampleXml), example)
})

test('what is not understood is refused, so that no privilege becomes wider than it was', () => {
  const change = (from: string | RegExp, to: string) => base64(exampleXml.replace(from, to))
  for (const odd of [
    '',
    'not base64!',
    base64('<PrivilegeList/>'),
    base64('<x:PrivilegeList xmlns:x="urn:other"/>'),
    change(/ Scope="[^"]*"/, ''),
    change(/ Scope="[^"]*"/, ' Scope=""'),
    change(/ Name="[^"]*"/, ''),
    change('<Constraint ', '<Constraint><Narrower/></Constraint><Constraint '),
    change(/<(\/?)Constraint/g, '<$1Restraint'),
    change('<Constraint ', 'stray<Constraint '),
    change('<PrivilegeGroup', '<PrivilegeGroup xmlns="urn:other"'),
    change(/<Privilege>.*?<\/Privilege>/g, ''),
    change(/<Privilege>.*?<\/Privilege>/, '<Privilege/>'),
    change(/<Constraint(.*?)>.*?<\/Constraint>/, '<Constraint$1/>'),
  ])
    assert.throws(() => readPrivileges(odd), MessageRefused, Buffer.from(odd, 'base64').toString())
  assert.throws(() => readPrivileges('not base64!'), malformed)
  assert.throws(() => readPrivileges(`<!DOCTYPE x>${exampleXml.slice(exampleXml.indexOf('<bpp'))}`), MessageRefused)
})

test('a list cut anywhere is refused', () => {
  const whole = base64(exampleXml)
  for (let end = 0; end < exampleXml.length; end++)
    assert.throws(() => readPrivileges(base64(exampleXml.slice(0, end))), MessageRefused, `cut at ${end}`)
  for (let end = 0; end < whole.length; end += 3)
    assert.throws(() => readPrivileges(whole.slice(0, end)), MessageRefused, `base64 cut at ${end}`)
})
