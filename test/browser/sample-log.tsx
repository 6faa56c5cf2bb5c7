/** The log in its states, with sample data that goes to extremes. All people, organisations and numbers are made up. */
import { LogPage, type LogPageProps } from '../../src/access/log/log.page.tsx'
import { organisationLog, sebLog } from '../../src/access/log/log-paths.ts'
import { readLogQuery } from '../../src/access/log/log-query.ts'
import type { LoggedEvent } from '../../src/audit/list-events.store.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const at = new Date('2026-11-24T08:00:00Z')
const event = (action: string, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  id: 'b3f0a7c2-0000-4000-8000-000000000001',
  at,
  action,
  outcome: 'success',
  actor: { kind: 'person', id: 'mette' },
  organisationId: 'vesterfjord',
  object: { kind: 'account', id: 'karen' },
  source: '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
  reference: null,
  details: {},
  asSealed: true,
  ...more,
})
const names = new Map([
  ['mette', { da: longName, en: longName }],
  ['karen', { da: 'Karen Bruun Mikkelsen', en: 'Karen Bruun Mikkelsen' }],
  ['vesterfjord', { da: 'Vesterfjord Kommune', en: 'Vesterfjord Kommune' }],
])
const events = [
  event('role-assignment.changed', {
    details: {
      reason: `Vikar i ${longName}`,
      before: { scopes: { enhed: ['990100001600004'] }, validUntil: '2026-11-30T23:00:00.000Z' },
      after: { scopes: { enhed: ['990100001600004', '990100001600005'] }, validUntil: null },
    },
  }),
  event('account.suspended', { details: { before: 'active', after: 'suspended', reason: 'Orlov' }, asSealed: null }),
  event('sign-in.refused', {
    outcome: 'refused',
    reference: '4F7K92QD',
    actor: { kind: 'unknown', id: null },
    object: { kind: 'service', id: 'fmk' },
  }),
  event('unit.changed', {
    actor: { kind: 'operator', id: 'root' },
    details: { label: longName, fields: [{ field: 'names.da', from: 'A'.repeat(80), to: longName }] },
  }),
  ...Array.from({ length: 46 }, () => event('account.viewed')),
]

const page = (more: Partial<LogPageProps>): GalleryPage => {
  return (shell) => (
    <LogPage
      frame={sampleFrame(shell)}
      paths={organisationLog}
      query={readLogQuery(() => undefined)}
      next={null}
      further={false}
      about={null}
      seal={{ sealedAt: at, trusted: true }}
      tellsNames={null}
      {...{ events, names, ...more }}
    />
  )
}
const asked = (values: Record<string, string>) => readLogQuery((name) => values[name])

/** By name, for the gallery. */
export const logPages: Record<string, GalleryPage> = {
  log: page({ tellsNames: false, next: 'b3f0a7c2-0000-4000-8000-000000000001', further: true }),
  'log-about': page({
    tellsNames: true,
    about: longName,
    query: asked({ konto: 'b3f0a7c2-0000-4000-8000-000000000001' }),
  }),
  'log-none': page({ events: [], query: asked({ hvem: 'Krstensen & Søn <b>', hvad: 'roles', fra: '2026-11-01' }) }),
  'log-empty': page({ events: [], seal: null }),
  'log-changed': page({ events: [event('unit.closed', { asSealed: false })] }),
  'log-untrusted': page({ seal: { sealedAt: at, trusted: false } }),
  'log-sealed': page({ paths: sebLog }),
}
