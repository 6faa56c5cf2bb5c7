/** The simulator in its states, with sample data that goes to extremes. All people, organisations and numbers are made up. */
import { ChooseServicePage } from '../../src/access/admin/simulator/choose-service.page.tsx'
import type { Simulation } from '../../src/access/admin/simulator/simulation.ts'
import { SimulatorPage, type SimulatorPageProps } from '../../src/access/admin/simulator/simulator.page.tsx'
import { usualQuestion } from '../../src/access/admin/simulator/typed-question.ts'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleAssignable } from './sample-assigning.tsx'
import { sampleHours } from './sample-hours.ts'

const now = new Date('2026-11-24T08:00:00Z')
const service = {
  id: 'b3f0a7c2-0000-4000-8000-000000000009',
  nameDa: 'Den Nationale Henvisningsformidling til speciallæger, fysioterapeuter og kommunale sundhedstilbud',
  nameEn: 'The national referral exchange',
  lowestAssurance: 'Substantial',
} as const
const ways = ['Vesterfjord Kommune', longName].map((name, index) => ({
  identityProviderId: `b3f0a7c2-0000-4000-8000-00000000000${index}`,
  kind: 'professional' as const,
  name: { da: name, en: name },
  highestAssurance: 'Substantial' as const,
}))
const [way] = ways
const [held] = sampleEmployee.rights
if (!way || !held) throw new Error('the sample has no log-in or no role')
const { assignment } = held.right
const tried = { ...assignment, id: 'tried', scopes: { enhed: ['990100001600004', '990100001600005'] }, assignedBy: '' }
const base64 = Buffer.from('<bpp:PrivilegeList>'.repeat(40)).toString('base64')

const simulation: Simulation = {
  refused: null,
  recognised: 'expected',
  assurance: { sent: 'Substantial', stated: 'High', provider: 'Substantial', seb: 'High' },
  roles: [
    { assignment, fails: null },
    { assignment: tried, fails: null },
    ...Array.from({ length: 10 }, () => ({ assignment, fails: 'assurance-too-low' as const })),
  ],
  facts: held.facts,
  attributes: [
    { name: 'fullName', values: [longName], source: 'log-in' },
    { name: 'cpr', values: null, source: 'log-in' },
    { name: 'email', values: null, source: 'log-in' },
    { name: 'cvr', values: ['99999902'], source: 'organisation' },
    { name: 'sor', values: ['990100001600004'], source: 'unit' },
    { name: 'hasUserAuthorization', values: ['true'], source: 'authorisations' },
  ],
  notSent: [
    { name: 'rid', why: 'not-agreed' },
    { name: 'ydernummer', why: 'not-asked' },
  ],
  written: [
    { name: 'https://data.gov.dk/model/core/eid/fullName', values: [longName] },
    { name: 'https://data.gov.dk/model/core/eid/cprNumber', values: null },
  ],
  privileges: {
    base64,
    xml: '<?xml version="1.0"?>\n<bpp:PrivilegeList xmlns:bpp="urn:x"><PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:99999902"><Privilege>urn:dk:a&amp;b</Privilege></PrivilegeGroup></bpp:PrivilegeList>',
  },
  mayAddPrivileges: true,
}

const given = [
  {
    assignable: sampleAssignable,
    typed: { scopes: {}, from: '2026-11-24', until: '2026-11-01', hours: sampleHours, reason: '' },
  },
]
const answer = {
  simulation,
  way,
  at: now,
  tried: new Set(['tried']),
  names: sampleEmployee.names,
  unitNames: sampleEmployee.unitNames,
  goOn: { roleId: sampleAssignable.role.id, fields: [['fra', '2026-11-24'] as const] },
}
const page = (more: Partial<SimulatorPageProps>): GalleryPage => {
  return (shell) => (
    <SimulatorPage
      frame={sampleFrame(shell)}
      employee={sampleEmployee.employee}
      typed={usualQuestion(ways, now)}
      roles={[sampleAssignable]}
      units={[]}
      mistakes={[]}
      answer={null}
      {...{ service, ways, ...more }}
    />
  )
}

/** By name, for the gallery. */
export const simulatorPages: Record<string, GalleryPage> = {
  'simulator-services': (shell) => (
    <ChooseServicePage frame={sampleFrame(shell)} employee={sampleEmployee.employee} services={[service, service]} />
  ),
  'simulator-no-services': (shell) => (
    <ChooseServicePage frame={sampleFrame(shell)} employee={sampleEmployee.employee} services={[]} />
  ),
  simulator: page({}),
  'simulator-no-ways': page({ ways: [] }),
  'simulator-answer': page({ typed: { ...usualQuestion(ways, now), given }, answer }),
  'simulator-mistakes': page({
    typed: { ...usualQuestion(ways, now), day: '2020-01-01', given },
    mistakes: [
      { field: 'dag', mistake: 'past' },
      { field: 'r0-til', of: sampleAssignable, mistake: 'until-before-from' },
    ],
  }),
  'simulator-refused': page({
    answer: {
      ...answer,
      goOn: null,
      simulation: {
        ...simulation,
        recognised: 'unknown',
        refused: {
          title: 'Du har ingen konto',
          lead: 'Vesterfjord Kommune har ikke oprettet dig i SEB.',
          nextTitle: 'Sådan bliver du oprettet',
          next: 'Kontakt brugeradministratoren på din arbejdsplads.',
        },
        roles: [],
        facts: null,
        privileges: null,
      },
    },
  }),
}
