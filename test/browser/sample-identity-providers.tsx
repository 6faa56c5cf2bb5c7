/** The pages about identity providers with sample data that goes to extremes. All names and numbers are made up. */
import { ActivationPage } from '../../src/access/management/providers/activation.page.tsx'
import { MetadataFormPage } from '../../src/access/management/providers/metadata-form.page.tsx'
import { ProviderPage } from '../../src/access/management/providers/provider.page.tsx'
import { ProviderFormPage } from '../../src/access/management/providers/provider-form.page.tsx'
import type { ProviderSummary } from '../../src/access/management/providers/provider-reader.ts'
import { ProvidersPage } from '../../src/access/management/providers/providers.page.tsx'
import type { ListedProvider, ProviderRow } from '../../src/access/management/providers/providers.store.ts'
import { termsOf } from '../../src/access/management/providers/save-provider.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00+01:00`)
const id = 'b3f0a7c2-0000-4000-8000-000000000003'
const summaryUntil = (text: string): ProviderSummary => ({
  keys: [
    { use: 'both', serialNumber: '4F7A92C1D0'.repeat(4), validUntil: day(text) },
    { use: 'encryption', serialNumber: '01', validUntil: day('2020-01-01') },
  ],
  validUntil: null,
  names: { da: '', en: '' },
  keywords: [],
})
const listed = (name: string, more: Partial<ListedProvider> = {}): ListedProvider => ({
  id,
  nameDa: name,
  nameEn: name,
  kind: 'local',
  category: 'region',
  enabled: true,
  problem: null,
  metadata: '2029-01-01',
  services: 112,
  ...more,
})
const provider: ProviderRow = {
  id,
  key: 'region-nordhavn',
  entity_id: `https://${'meget-'.repeat(20)}langt.navn.example/saml/idp`,
  profile: 'oiosaml-3',
  kind: 'local',
  name_da: longName,
  name_en: longName,
  category: 'region',
  region: 'Region Nordhavn',
  municipality: null,
  aliases: ['Nordhavn Hospital', longName],
  keywords: ['sygehus'],
  highest_assurance: 'Substantial',
  allowed_cvrs: Array.from({ length: 60 }, (_, index) => String(99_010_001 + index)),
  log_in_kinds: ['professional'],
  enabled: true,
  metadata: {},
  settings: {},
  metadata_read_at: now,
  metadata_address: `https://${'meget-'.repeat(20)}langt.navn.example/metadata`,
  metadata_checked_at: now,
  metadata_problem: 'the certificate with serial number 4F7A expired on 2026-11-01',
}
const typed = { ...termsOf(provider), key: '?', kind: null, category: null }
const counterparts = Array.from({ length: 120 }, (_, index) => ({
  id: `${index}`,
  nameDa: index === 0 ? longName : `Tjeneste ${index}`,
  nameEn: index === 0 ? longName : `Service ${index}`,
  chosen: index % 3 === 0,
}))

/** By name, for the gallery. */
export const identityProviderPages: Record<string, GalleryPage> = {
  'management-providers': (shell) => (
    <ProvidersPage
      frame={sampleFrame(shell)}
      list={{
        rows: [
          listed(longName),
          listed('Region Nordhavn', { metadata: '2026-12-01' }),
          listed('Vesterfjord Kommune', { metadata: '2026-01-01' }),
          listed('NemLog-in', { kind: 'nemlog-in', problem: 'x' }),
          listed('Slukket', { enabled: false }),
          listed('Ulæselig', { metadata: null }),
        ],
        total: 1200,
        counted: true,
        from: 1,
        previous: null,
        next: id,
      }}
      query={{ text: '', state: 'attention' }}
      summarise={(metadata) => (typeof metadata === 'string' ? summaryUntil(metadata) : null)}
      now={now}
    />
  ),
  'management-providers-none': (shell) => (
    <ProvidersPage
      frame={sampleFrame(shell)}
      list={{ rows: [], total: 0, counted: true, from: null, previous: null, next: null }}
      query={{ text: '<b>', state: 'all' }}
      summarise={() => null}
      now={now}
    />
  ),
  'management-provider': (shell) => (
    <ProviderPage
      frame={sampleFrame(shell)}
      provider={provider}
      summary={summaryUntil('2029-01-01')}
      services={counterparts}
      now={now}
      done="registreret"
    />
  ),
  'management-provider-unreadable': (shell) => (
    <ProviderPage
      frame={sampleFrame(shell)}
      provider={{ ...provider, allowed_cvrs: null, metadata_address: null, metadata_problem: null, enabled: false }}
      summary={null}
      services={[]}
      now={now}
      done={null}
    />
  ),
  'management-provider-metadata': (shell) => (
    <MetadataFormPage
      frame={sampleFrame(shell)}
      title={longName}
      lead={provider.entity_id}
      provider={{ name: longName, href: '/' }}
      action="/"
      newId=""
      source={{ xml: '<md:EntityDescriptor', address: 'x', entityId: '' }}
      wrong={{ metadata: 'SEB kan ikke bruge de metadata. the document is not XML', adresse: 'Ikke en adresse.' }}
    />
  ),
  'management-provider-new': (shell) => (
    <ProviderFormPage
      frame={sampleFrame(shell)}
      provider={null}
      added={{ id, entityId: provider.entity_id, source: { xml: '<x/>', address: '', entityId: '' } }}
      typed={typed}
      wrong={{ noegle: 'Skriv en nøgle.', slags: 'Vælg.', gruppe: 'Vælg.', cvr: 'Skriv dem.', niveau: 'Vælg.' }}
      stands={[]}
    />
  ),
  'management-provider-change': (shell) => (
    <ProviderFormPage
      frame={sampleFrame(shell)}
      provider={provider}
      added={null}
      typed={typed}
      wrong={{}}
      stands={[['Andre navne', longName]]}
    />
  ),
  'management-provider-services': (shell) => (
    <ActivationPage
      frame={sampleFrame(shell)}
      title={longName}
      breadcrumb={[{ name: longName, href: '/' }]}
      counterparts={counterparts}
      chosen={['0', '3']}
      action="/"
      back="/"
    />
  ),
}
