/** The pages of system management with sample data that goes to extremes. All organisations and numbers are made up. */
import { OrganisationPage } from '../../src/access/management/organisation.page.tsx'
import { OrganisationsPage } from '../../src/access/management/organisations.page.tsx'
import type { ListedOrganisation } from '../../src/access/management/organisations.store.ts'
import { TakeBackPage } from '../../src/access/management/take-back.page.tsx'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const since = new Date('2024-01-01T00:00:00+01:00')
const listed = (name: string, kind: ListedOrganisation['kind']): ListedOrganisation => ({
  id: 'b3f0a7c2-0000-4000-8000-000000000003',
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
  createdAt: since,
  employees: 2143,
  units: [{ id: 'u', name: longName, sor: '990100000000031', pNumber: null, ydernummer: null }],
  administrators: [{ name: 'Mette Højgaard Lind', level: 'chief' as const }],
  grants: [
    { ...grant, roles: [{ da: 'Behandler', en: 'Therapist' }] },
    { ...grant, serviceDa: 'Fælles Medicinkort', roles: null, validUntil: since },
  ],
}
const running = { ...grant, organisationId: organisation.id, serviceId: 's', loss: { rights: 312, people: 80 } }

/** By name, for the gallery. */
export const managementPages: Record<string, GalleryPage> = {
  'management-organisations': (shell) => (
    <OrganisationsPage
      frame={sampleFrame(shell)}
      list={{ organisations: [municipality, listed(longName, 'specialist')], total: 30_000, page: 2 }}
      query={{ text: '', page: 2 }}
    />
  ),
  'management-organisations-none': (shell) => (
    <OrganisationsPage
      frame={sampleFrame(shell)}
      list={{ organisations: [], total: 0, page: 1 }}
      query={{ text: '<b>', page: 1 }}
    />
  ),
  'management-organisation': (shell) => (
    <OrganisationPage frame={sampleFrame(shell)} organisation={organisation} mayGrant now={now} />
  ),
  'management-organisation-empty': (shell) => (
    <OrganisationPage
      frame={sampleFrame(shell)}
      organisation={{ ...organisation, units: [], administrators: [], grants: [] }}
      mayGrant={false}
      now={now}
    />
  ),
  'management-take-back': (shell) => (
    <TakeBackPage frame={sampleFrame(shell)} organisation={organisation.name} grant={running} changed />
  ),
}
