/** The pages about asking for new services, with sample data that goes to extremes. All organisations and numbers are made up. */
import { AskForServicePage } from '../../src/access/new-service/ask.page.tsx'
import { ChooseNewServicePage } from '../../src/access/new-service/choose-service.page.tsx'
import { ManagedRequestPage } from '../../src/access/new-service/managed-request.page.tsx'
import { ManagedRequestsPage } from '../../src/access/new-service/managed-requests.page.tsx'
import { OwnRequestPage } from '../../src/access/new-service/own-request.page.tsx'
import type { ServiceRequest } from '../../src/access/new-service/service-requests.store.ts'
import { ServicesPage } from '../../src/access/new-service/services.page.tsx'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const id = 'b3f0a7c2-0000-4000-8000-000000000003'
const at = new Date('2026-11-24T08:00:00Z')
const serviceDa = 'Den Nationale Henvisningsformidling til speciallæger, fysioterapeuter og kommunale sundhedstilbud'
const names = { nameDa: serviceDa, nameEn: 'National Referral Service' }
const roles = Array.from({ length: 12 }, (_, index) => ({
  id: `rolle-${index}`,
  nameDa: index === 0 ? longName : `Rolle ${index}`,
  nameEn: index === 0 ? longName : `Role ${index}`,
  state: 'active' as const,
}))
const service = { id, ...names, roles, scopeKinds: ['sor' as const, 'ydernummer' as const] }
const request: ServiceRequest = {
  id,
  organisationId: id,
  organisation: longName,
  cvr: '99305118',
  serviceId: id,
  serviceDa,
  serviceEn: names.nameEn,
  askedBy: longName,
  askedByPersonId: id,
  askedAs: 'security-officer',
  askedAt: at,
  why: `${longName} skal henvise til speciallæger. `.repeat(8),
  people: 12_345,
  roleIds: roles.map((role) => role.id),
  ceilings: { sor: ['990100000000031', '990100000000032'] },
  state: 'waiting',
  endedAt: null,
  answer: '',
  has: false,
}
const ended = { ...request, endedAt: at }
const refused: ServiceRequest = { ...ended, state: 'refused', answer: longName }
const granted: ServiceRequest = { ...ended, state: 'granted', roleIds: null, ceilings: {} }
const askable = { id, ...names, descriptionDa: longName, descriptionEn: longName, requestId: null }
const typed = {
  roles: 'nogle' as const,
  roleIds: ['rolle-0'],
  ceilings: { sor: ['12'] },
  from: '',
  until: '',
  people: 'mange',
  why: '',
}
const wrong = { roller: 'Vælg mindst én rolle.', antal: 'Skriv et tal.', 'loft-sor': '»12« er ikke en værdi.' }
const own = { mayAsk: true, chiefsAsk: false, decidesWhoAsks: true, linksToRoles: true }

/** By name, for the gallery. */
export const newServicePages: Record<string, GalleryPage> = {
  'new-service-own': (shell) => (
    <ServicesPage
      frame={sampleFrame(shell)}
      services={Array.from({ length: 30 }, () => ({ id, ...names, validUntil: at }))}
      requests={[request, granted, refused]}
      {...own}
    />
  ),
  'new-service-own-none': (shell) => (
    <ServicesPage
      frame={sampleFrame(shell)}
      services={[]}
      requests={[]}
      {...own}
      mayAsk={false}
      decidesWhoAsks={false}
    />
  ),
  'new-service-choose': (shell) => (
    <ChooseNewServicePage
      frame={sampleFrame(shell)}
      query="<b>"
      services={[askable, { ...askable, requestId: id }]}
      mayAsk
    />
  ),
  'new-service-not-you': (shell) => (
    <ChooseNewServicePage frame={sampleFrame(shell)} query="" services={[]} mayAsk={false} />
  ),
  'new-service-ask': (shell) => (
    <AskForServicePage frame={sampleFrame(shell)} service={service} formId={id} typed={typed} wrong={wrong} />
  ),
  'new-service-waiting': (shell) => (
    <OwnRequestPage frame={sampleFrame(shell)} request={request} service={service} mayAsk givesRoles />
  ),
  'new-service-granted': (shell) => (
    <OwnRequestPage frame={sampleFrame(shell)} request={granted} service={service} mayAsk givesRoles />
  ),
  'new-service-refused': (shell) => (
    <OwnRequestPage frame={sampleFrame(shell)} request={refused} service={null} mayAsk givesRoles={false} />
  ),
  'new-services-managed': (shell) => (
    <ManagedRequestsPage
      frame={sampleFrame(shell)}
      waiting={Array.from({ length: 100 }, () => request)}
      ended={[granted, refused]}
    />
  ),
  'new-services-managed-none': (shell) => <ManagedRequestsPage frame={sampleFrame(shell)} waiting={[]} ended={[]} />,
  'new-service-managed': (shell) => (
    <ManagedRequestPage
      frame={sampleFrame(shell)}
      request={request}
      service={service}
      answer=""
      wrong={{ begrundelse: 'Skriv, hvorfor de ikke kan få den.' }}
    />
  ),
  'new-service-managed-has': (shell) => (
    <ManagedRequestPage
      frame={sampleFrame(shell)}
      request={{ ...request, has: true }}
      service={service}
      answer=""
      wrong={{}}
    />
  ),
}
