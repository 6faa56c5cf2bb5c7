/** The pages of system management with sample data that goes to extremes. All organisations and numbers are made up. */
import { TakeBackPage } from '../../src/access/management/grants/take-back.page.tsx'
import { ChiefPage } from '../../src/access/management/organisations/chief.page.tsx'
import { ClosePage } from '../../src/access/management/organisations/close.page.tsx'
import { ChooseMergePage, MergePage } from '../../src/access/management/organisations/merge.page.tsx'
import { OrganisationPage } from '../../src/access/management/organisations/organisation.page.tsx'
import { OrganisationFormPage } from '../../src/access/management/organisations/organisation-form.page.tsx'
import { OrganisationsPage } from '../../src/access/management/organisations/organisation-list.page.tsx'
import type { ListedOrganisation } from '../../src/access/management/organisations/organisation-list.store.ts'
import { emptyUnit } from '../../src/access/management/organisations/save-unit.ts'
import { UnitFormPage } from '../../src/access/management/organisations/unit-form.page.tsx'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'
import { grantPages } from './sample-grants.tsx'
import { identityProviderPages } from './sample-identity-providers.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const since = new Date('2024-01-01T00:00:00+01:00')
const id = 'b3f0a7c2-0000-4000-8000-000000000003'
const listed = (name: string, kind: ListedOrganisation['kind']): ListedOrganisation => ({
  id,
  cvr: '99010003',
  name,
  kind,
  status: 'active',
  services: 14,
})
const municipality = listed('Vesterfjord Kommune', 'municipality')
const grant = {
  id: 'b3f0a7c2-0000-4000-8000-000000000004',
  serviceDa: 'Den Nationale Henvisningsformidling til speciallæger, fysioterapeuter og kommunale sundhedstilbud',
  serviceEn: 'National Referral Service',
  validFrom: since,
  validUntil: null,
}
const organisation = {
  ...municipality,
  allowsPrivateLogIn: false,
  mergedInto: null,
  createdAt: since,
  employees: 2143,
  units: {
    shown: [{ id: 'u', name: longName, sor: '990100000000031', pNumber: null, ydernummer: null }],
    total: 2143,
    text: '',
  },
  administrators: [{ name: 'Mette Højgaard Lind', level: 'chief' as const }],
  grants: [
    { ...grant, roles: [{ da: 'Behandler', en: 'Therapist' }] },
    { ...grant, serviceDa: 'Fælles Medicinkort', roles: null, validUntil: since },
  ],
}
const running = { ...grant, organisationId: id, serviceId: 's', loss: { rights: 312, people: 80 } }
const everything = { grant: true, change: true, appoint: true }
const typed = { cvr: '9901', name: '', kind: null, allowsPrivateLogIn: true }
const long = { id, name: longName }

/** By name, for the gallery. */
export const managementPages: Record<string, GalleryPage> = {
  ...grantPages,
  ...identityProviderPages,
  'management-organisations': (shell) => (
    <OrganisationsPage
      frame={sampleFrame(shell)}
      list={{
        rows: [municipality, listed(longName, 'specialist')],
        total: 30_000,
        counted: true,
        from: 51,
        previous: id,
        next: id,
      }}
      query={{ text: '', kind: 'dentist', status: null }}
      mayCreate
    />
  ),
  'management-organisations-none': (shell) => (
    <OrganisationsPage
      frame={sampleFrame(shell)}
      list={{ rows: [], total: 0, counted: true, from: null, previous: null, next: null }}
      query={{ text: '<b>', kind: null, status: 'closed' }}
      mayCreate={false}
    />
  ),
  'management-organisation': (shell) => (
    <OrganisationPage frame={sampleFrame(shell)} organisation={organisation} may={everything} now={now} done="gemt" />
  ),
  'management-organisation-empty': (shell) => (
    <OrganisationPage
      frame={sampleFrame(shell)}
      organisation={{
        ...organisation,
        status: 'applied',
        units: { shown: [], total: 0, text: '' },
        administrators: [],
        grants: [],
      }}
      may={everything}
      now={now}
      done={null}
    />
  ),
  'management-organisation-merged': (shell) => (
    <OrganisationPage
      frame={sampleFrame(shell)}
      organisation={{ ...organisation, status: 'closed', mergedInto: long }}
      may={{ grant: false, change: false, appoint: false }}
      now={now}
      done={null}
    />
  ),
  'management-organisation-new': (shell) => (
    <OrganisationFormPage
      frame={sampleFrame(shell)}
      organisation={null}
      newId={id}
      typed={typed}
      wrong={{ cvr: 'Skriv CVR-nummeret med 8 cifre.', navn: 'Skriv et navn.', art: 'Vælg en slags.' }}
      stands={[]}
    />
  ),
  'management-organisation-change': (shell) => (
    <OrganisationFormPage
      frame={sampleFrame(shell)}
      organisation={{ ...organisation, name: longName }}
      newId=""
      typed={organisation}
      wrong={{}}
      stands={[['Navn', longName]]}
    />
  ),
  'management-unit': (shell) => (
    <UnitFormPage
      frame={sampleFrame(shell)}
      organisation={long}
      unit={null}
      unitId={id}
      parents={[long]}
      typed={{ ...emptyUnit, sor: '12' }}
      wrong={{ sor: 'En SOR-kode er 6 til 18 cifre.' }}
      stands={[]}
    />
  ),
  'management-chief': (shell) => (
    <ChiefPage
      frame={sampleFrame(shell)}
      organisation={long}
      query="anne"
      candidates={Array.from({ length: 20 }, (_, index) => ({
        accountId: `${index}`,
        name: longName,
        unitName: index === 0 ? null : longName,
      }))}
      newId={id}
      typed={{ name: longName, email: 'x', professionalUuid: '', rid: '' }}
      wrong={{ mail: 'Det ligner ikke en mailadresse.' }}
    />
  ),
  'management-close': (shell) => (
    <ClosePage
      frame={sampleFrame(shell)}
      organisation={long}
      to="closed"
      rights={{ rights: 31_200, people: 8000 }}
      sessions={412}
      changed
    />
  ),
  'management-reopen': (shell) => (
    <ClosePage
      frame={sampleFrame(shell)}
      organisation={long}
      to="active"
      rights={{ rights: 0, people: 0 }}
      sessions={0}
      changed={false}
    />
  ),
  'management-merge-choose': (shell) => (
    <ChooseMergePage
      frame={sampleFrame(shell)}
      organisation={long}
      query="a"
      found={[municipality, listed(longName, 'region')]}
    />
  ),
  'management-merge': (shell) => (
    <MergePage
      frame={sampleFrame(shell)}
      organisation={long}
      into={municipality}
      effect={{
        accounts: [
          { id: '1', personId: '1', doubled: false },
          { id: '2', personId: '2', doubled: true },
        ],
        rights: [{ id: '1', accountId: '1', personId: '1', had: true, follows: false }],
        units: 214,
        appointments: 7,
        grants: 12,
        providers: [{ da: longName, en: longName }],
      }}
      sessions={1412}
      orphaned={false}
      changed
    />
  ),
  'management-take-back': (shell) => (
    <TakeBackPage frame={sampleFrame(shell)} organisation={organisation.name} grant={running} changed />
  ),
}
