/** Pages about services, roles and change requests with sample data that goes to extremes. All of it is made up. */
import { AttributesPage } from '../../src/access/management/services/attributes/attributes.page.tsx'
import type { ChangeRequest } from '../../src/access/management/services/changes/change-requests.store.ts'
import { RequestPage } from '../../src/access/management/services/changes/request.page.tsx'
import { RequestsPage } from '../../src/access/management/services/changes/requests.page.tsx'
import { FactsPage, NewServicePage } from '../../src/access/management/services/facts/facts-form.page.tsx'
import { emptyFacts } from '../../src/access/management/services/facts/read-facts.ts'
import { ChangeMetadataPage } from '../../src/access/management/services/metadata/change-metadata.page.tsx'
import { CheckMetadataPage } from '../../src/access/management/services/metadata/check-metadata.page.tsx'
import { AppointOwnerPage, EndOwnerPage } from '../../src/access/management/services/owners/owners.page.tsx'
import { emptyScope, roleAsTyped } from '../../src/access/management/services/roles/read-role.ts'
import { RolePage } from '../../src/access/management/services/roles/role.page.tsx'
import { ActivateRolePage, RetireRolePage } from '../../src/access/management/services/roles/role-deed.page.tsx'
import { roleMistakesInWords } from '../../src/access/management/services/roles/role-fields.tsx'
import { RoleFormPage } from '../../src/access/management/services/roles/role-form.page.tsx'
import { ServicePage } from '../../src/access/management/services/service.page.tsx'
import type { ServiceDescription } from '../../src/access/management/services/service.store.ts'
import { ServicesPage } from '../../src/access/management/services/services.page.tsx'
import { UsePage } from '../../src/access/management/services/use.page.tsx'
import { metadataFaults, metadataMerits, metadataRemarks } from '../../src/services/metadata-reading.ts'
import type { RoleValues } from '../../src/services/role-values.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00+01:00`)
const id = 'b3f0a7c2-0000-4000-8000-000000000005'
const management = { as: 'management', base: `/forvaltning/tjenester/${id}` } as const
const owner = { as: 'owner', base: '/tjenesteejer' } as const
const service = 'Den Nationale Henvisningsformidling til speciallæger, fysioterapeuter og kommunale sundhedstilbud'

const values: RoleValues = {
  nameDa: 'Visitator',
  nameEn: 'Referral assessor',
  descriptionDa: 'Ser og fordeler alle henvisninger til enheden.',
  descriptionEn: 'Sees and distributes all referrals to the unit.',
  privileges: [`urn:dk:sundhed:dnhf:${'visitere-'.repeat(12)}`, 'urn:dk:sundhed:dnhf:hente'],
  privilegeScope: 'cvr',
  sensitive: true,
  lowestAssurance: 'Substantial',
  requiredEducationCodes: ['7170', '5166'],
  emergencyHours: 4,
  longestDays: 365,
  requestable: false,
  status: 'active',
  retiredAt: day('2027-07-01').toISOString(),
  replacedBy: 'other',
  scopes: [
    {
      key: 'enhed',
      kind: 'sor',
      nameDa: longName,
      nameEn: 'Unit',
      required: true,
      many: true,
      allowedValues: null,
      pattern: '\\d{6,18}',
      constraintName: 'urn:dk:gov:saml:sorIdentifier',
    },
    {
      key: 'register',
      kind: 'list',
      nameDa: 'Register',
      nameEn: 'Register',
      required: false,
      many: false,
      allowedValues: ['foedsel', 'cancer', 'tvang'],
      pattern: null,
      constraintName: 'urn:dk:register',
    },
  ],
}
const names = new Map([['other', longName]])
const role = { id, name: longName }
const listedRole = (name: string, state: 'draft' | 'active' | 'ending' | 'retired') => ({
  id,
  nameDa: name,
  nameEn: name,
  descriptionDa: values.descriptionDa,
  descriptionEn: values.descriptionEn,
  state,
  retiredAt: state === 'ending' ? day('2027-07-01') : null,
  sensitive: state === 'active',
})
const metadata = {
  entityId: 'https://saml.dnhf.example',
  keys: [
    {
      use: 'signing' as const,
      kind: 'RSA 3072',
      serialNumber: '77FC91DC6AC4C0D20614F30B041A2B6B',
      validUntil: day('2027-01-02'),
    },
    { use: 'both' as const, kind: 'EC prime256v1', serialNumber: '01', validUntil: day('2026-11-01') },
    { use: 'encryption' as const, kind: 'RSA 2048', serialNumber: '02', validUntil: day('2036-11-01') },
  ],
  acs: ['https://saml.dnhf.example/acs'],
  logOut: [],
}
const described: ServiceDescription = {
  id,
  key: 'dnhf',
  entityId: metadata.entityId,
  nameDa: service,
  nameEn: service,
  shortName: 'DNHF',
  descriptionDa: 'Postkontor for henvisninger.',
  descriptionEn: 'A post office for referrals.',
  address: `https://dnhf.example/${'en-lang-adresse-'.repeat(6)}`,
  ownerCvr: '99010012',
  ownerName: longName,
  contact: 'dnhf@seb-demo.example',
  audience: 'both',
  environment: 'production',
  lowestAssurance: 'Substantial',
  access: 'role',
  logInKinds: ['professional', 'person'],
  critical: true,
  enabled: true,
  metadata: {},
  metadataReadAt: now,
  metadataAddress: 'https://saml.dnhf.example/metadata',
  metadataCheckedAt: now,
  metadataProblem: 'metadata address: answers with HTTP status 503',
  encryptAssertion: true,
  attributes: [
    { name: 'fullName', legalBasis: longName },
    { name: 'notInUse', legalBasis: 'Aftale 7' },
  ],
  providers: [
    { id, nameDa: 'NemLog-in', nameEn: 'NemLog-in', enabled: true },
    { id, nameDa: longName, nameEn: longName, enabled: false },
  ],
  roles: [
    listedRole(longName, 'active'),
    listedRole('Visitator', 'ending'),
    listedRole('Læser', 'draft'),
    listedRole('Skriver', 'retired'),
    ...Array.from({ length: 9 }, (_, number) => listedRole(`Rolle ${number}`, 'active')),
  ],
  owners: [{ appointmentId: id, name: longName, since: now }],
  organisations: 1204,
  openRequests: 2,
}
const empty: ServiceDescription = {
  ...described,
  descriptionDa: '',
  descriptionEn: '',
  address: null,
  ownerCvr: null,
  ownerName: null,
  contact: null,
  metadataAddress: null,
  metadataProblem: null,
  attributes: [],
  providers: [],
  roles: [],
  owners: [],
  organisations: 0,
  openRequests: 0,
}
const row = {
  id,
  nameDa: service,
  nameEn: service,
  environment: 'production' as const,
  enabled: true,
  critical: true,
  roles: 12,
  organisations: 1204,
  problem: null,
}
const request: ChangeRequest = {
  id,
  serviceId: id,
  serviceDa: service,
  serviceEn: service,
  part: 'role',
  roleId: id,
  roleDa: longName,
  roleEn: longName,
  reason: 'Visitatorer skal også kunne se henvisninger fra egen læge. '.repeat(4),
  requestedBy: longName,
  requestedById: 'p',
  requestedAt: now,
  status: 'open',
  decidedBy: null,
  decidedById: null,
  decidedAt: null,
  decisionReason: '',
  changes: [
    { field: 'privileges', from: values.privileges, to: [...values.privileges, 'urn:dk:sundhed:dnhf:laese'] },
    { field: 'scopes', from: [], to: values.scopes },
    { field: 'sensitive', from: false, to: true },
    { field: 'longestDays', from: null, to: 30 },
    { field: 'retiredAt', from: null, to: values.retiredAt },
    { field: 'replacedBy', from: null, to: 'other' },
    { field: 'metadata', from: {}, to: {} },
    { field: 'lowestAssurance', from: 'Low', to: 'High' },
  ],
}
const rejected: ChangeRequest = {
  ...request,
  status: 'rejected',
  decidedBy: 'Rikke Steensgaard',
  decidedAt: now,
  decisionReason: 'Databehandleraftalen dækker det ikke.',
}
const conflict = { field: 'nameDa', from: 'Visitator', to: 'Fordeler', now: 'Visiterende' }
const words = { roles: names, summarise: () => metadata }
const findings = [...metadataFaults, ...metadataRemarks, ...metadataMerits].map((code) => ({
  code,
  values: new Proxy<Record<string, string>>({}, { get: (_, name) => `https://saml.dnhf.example/${String(name)}` }),
}))
const effect = { people: 212, organisations: 14 }
const requestAddress = (one: string) => `/forvaltning/aendringer/${one}`

/** By name, for the gallery. */
export const servicePages: Record<string, GalleryPage> = {
  'services-list': (shell) => (
    <ServicesPage
      frame={sampleFrame(shell)}
      list={{
        services: [
          { ...row, firstEnd: day('2036-01-01') },
          { ...row, nameDa: 'Kort', nameEn: 'Short', critical: false, firstEnd: day('2026-12-24') },
          { ...row, environment: 'test', firstEnd: day('2026-11-01') },
          { ...row, firstEnd: null },
          { ...row, enabled: false, firstEnd: null },
          { ...row, problem: 'x', firstEnd: day('2036-01-01') },
        ],
        total: 1000,
        page: 2,
      }}
      query={{ text: '', page: 2 }}
      now={now}
    />
  ),
  'services-none': (shell) => (
    <ServicesPage
      frame={sampleFrame(shell)}
      list={{ services: [], total: 0, page: 1 }}
      query={{ text: '<b>', page: 1 }}
      now={now}
    />
  ),
  'service-management': (shell) => (
    <ServicePage
      frame={sampleFrame(shell)}
      place={management}
      service={described}
      metadata={metadata}
      done="gemt"
      now={now}
    />
  ),
  'service-owner': (shell) => (
    <ServicePage frame={sampleFrame(shell)} place={owner} service={empty} metadata={null} done="sendt" now={now} />
  ),
  'service-facts': (shell) => (
    <FactsPage
      frame={sampleFrame(shell)}
      place={management}
      service={service}
      typed={{ ...emptyFacts, 'navn-da': longName }}
      shown=""
      mistakes={{ 'navn-en': longName, 'log-in': longName, set: longName }}
    />
  ),
  'service-facts-owner': (shell) => (
    <FactsPage frame={sampleFrame(shell)} place={owner} service={service} typed={emptyFacts} shown="" mistakes={{}} />
  ),
  'service-new': (shell) => (
    <NewServicePage
      frame={sampleFrame(shell)}
      id={id}
      serviceKey="dnhf"
      typed={emptyFacts}
      metadata="<a"
      findings={findings.slice(0, 3)}
      mistakes={{ metadata: longName }}
    />
  ),
  'service-use': (shell) => (
    <UsePage
      frame={sampleFrame(shell)}
      place={management}
      service={service}
      use={[{ organisationId: id, name: longName, cvr: '99010001', validUntil: now, people: 40_000 }]}
      total={1204}
      page={2}
    />
  ),
  'service-use-none': (shell) => (
    <UsePage frame={sampleFrame(shell)} place={owner} service={service} use={[]} total={0} page={1} />
  ),
  'service-attributes': (shell) => (
    <AttributesPage
      frame={sampleFrame(shell)}
      place={owner}
      service={service}
      id={id}
      typed={{ fullName: 'Aftale 7' }}
      shown=""
      asks
      reason=""
      mistakes={{ begrundelse: longName, 'hjemmel-cpr': longName }}
    />
  ),
  'service-metadata-check': (shell) => (
    <CheckMetadataPage
      frame={sampleFrame(shell)}
      place={owner}
      service={service}
      metadata={'<md:EntityDescriptor '.repeat(20)}
      findings={findings}
      mistakes={{}}
    />
  ),
  'service-metadata-empty': (shell) => (
    <CheckMetadataPage
      frame={sampleFrame(shell)}
      place={management}
      service={service}
      metadata=""
      findings={null}
      mistakes={{ metadata: longName }}
    />
  ),
  'service-metadata-change': (shell) => (
    <ChangeMetadataPage
      frame={sampleFrame(shell)}
      place={owner}
      service={service}
      address="https://saml.dnhf.example/metadata"
      id={id}
      metadata="<md:EntityDescriptor"
      findings={findings.slice(-4)}
      changes={[{ field: 'metadata', from: {}, to: {} }]}
      words={words}
      asks
      reason=""
      shown=""
      mistakes={{ begrundelse: longName, set: longName }}
    />
  ),
  'service-owners': (shell) => (
    <AppointOwnerPage
      frame={sampleFrame(shell)}
      place={management}
      service={service}
      query="a"
      candidates={[
        { personId: id, name: longName, organisations: [longName, longName], isOwner: false },
        { personId: 'o', name: 'Viggo', organisations: [], isOwner: true },
      ]}
    />
  ),
  'service-owners-none': (shell) => (
    <AppointOwnerPage frame={sampleFrame(shell)} place={management} service={service} query="<b>" candidates={[]} />
  ),
  'service-owner-end': (shell) => (
    <EndOwnerPage
      frame={sampleFrame(shell)}
      place={management}
      service={service}
      owner={{ appointmentId: id, name: longName }}
    />
  ),
  'role-ending': (shell) => (
    <RolePage
      frame={sampleFrame(shell)}
      place={management}
      service={service}
      about={{ ...values, id, key: 'visitator', state: 'ending' }}
      names={names}
      effect={effect}
    />
  ),
  'role-draft': (shell) => (
    <RolePage
      frame={sampleFrame(shell)}
      place={owner}
      service={service}
      about={{
        ...values,
        scopes: [],
        status: 'draft',
        retiredAt: null,
        replacedBy: null,
        id,
        key: 'k',
        state: 'draft',
      }}
      names={names}
      effect={{ people: 0, organisations: 0 }}
    />
  ),
  'role-form': (shell) => (
    <RoleFormPage
      frame={sampleFrame(shell)}
      place={owner}
      service={service}
      about={role}
      roleKey="visitator"
      id={id}
      typed={{ ...roleAsTyped(values), scopes: [...roleAsTyped(values).scopes, emptyScope] }}
      shown=""
      asks
      reason=""
      mistakes={roleMistakesInWords(
        { 'navn-da': 'missing', 'omfang-0-moenster': 'pattern-unsupported', rettigheder: 'not-uri' },
        shell.language,
      )}
    />
  ),
  'role-new': (shell) => (
    <RoleFormPage
      frame={sampleFrame(shell)}
      place={management}
      service={service}
      about={null}
      roleKey=""
      id={id}
      typed={roleAsTyped({ ...values, scopes: [] })}
      shown=""
      asks={false}
      reason=""
      mistakes={{}}
    />
  ),
  'role-activate': (shell) => (
    <ActivateRolePage
      frame={sampleFrame(shell)}
      place={owner}
      service={service}
      about={role}
      id={id}
      shown=""
      asks
      reason=""
      mistakes={{}}
    />
  ),
  'role-retire': (shell) => (
    <RetireRolePage
      frame={sampleFrame(shell)}
      place={management}
      service={service}
      about={role}
      id={id}
      shown=""
      asks={false}
      reason=""
      effect={effect}
      lastDay="2027-06-30"
      ending
      replacement="other"
      choices={[['other', longName]]}
      mistakes={{ 'sidste-dag': longName, set: longName }}
    />
  ),
  'change-requests': (shell) => (
    <RequestsPage
      frame={sampleFrame(shell)}
      open={[request, { ...request, part: 'metadata', roleId: null }]}
      decided={[rejected]}
      address={requestAddress}
      breadcrumb={[]}
      own={false}
    />
  ),
  'change-requests-none': (shell) => (
    <RequestsPage frame={sampleFrame(shell)} open={[]} decided={[]} address={requestAddress} breadcrumb={[]} own />
  ),
  'change-request': (shell) => (
    <RequestPage
      frame={sampleFrame(shell)}
      request={request}
      merged={{ left: request.changes, conflicts: [conflict] }}
      others={[request]}
      words={words}
      address={requestAddress}
      breadcrumb={[]}
      may="decide"
      reason=""
      mistake="reason-missing"
    />
  ),
  'change-request-answered': (shell) => (
    <RequestPage
      frame={sampleFrame(shell)}
      request={rejected}
      merged={null}
      others={[]}
      words={words}
      address={requestAddress}
      breadcrumb={[]}
      may="withdraw"
      reason=""
      mistake={null}
    />
  ),
}
