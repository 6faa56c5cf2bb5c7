/** "Min adgang" in its states, with sample data that goes to extremes. All people, organisations and numbers are made up. */
import { MyAccessPage, type MyAccessPageProps } from '../../src/access/mine/my-access.page.tsx'
import type { EventAboutMe } from '../../src/access/mine/my-access.store.ts'
import { StaffAccessPage } from '../../src/access/mine/staff-access.page.tsx'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleHours } from './sample-hours.ts'

const at = new Date('2026-11-24T08:00:00Z')
const event = (action: string, more: Partial<EventAboutMe> = {}): EventAboutMe => ({
  at,
  action,
  by: 'person',
  byMyself: false,
  capacity: null,
  name: null,
  organisation: 'Vesterfjord Kommune',
  roleDa: null,
  roleEn: null,
  ...more,
})
const session = (id: string, services: string[]) => ({
  id,
  providerDa: longName,
  providerEn: longName,
  startedAt: at,
  lastUsedAt: at,
  services: services.map((name) => ({ da: name, en: name })),
})

const page = (more: Partial<MyAccessPageProps>): GalleryPage => {
  return (shell) => (
    <MyAccessPage
      frame={sampleFrame(shell)}
      person="Karen Bruun Mikkelsen"
      rights={sampleEmployee.rights.map(({ right, facts }, place) => ({
        right,
        facts,
        lastUsedAt: place === 0 ? at : null,
      }))}
      accounts={[
        { id: 'a', organisation: longName, unit: longName, status: 'active', hours: sampleHours },
        { id: 'b', organisation: 'Lægerne ved Åen', unit: null, status: 'ended', hours: null },
      ]}
      sessions={[session('1', []), session('2', ['Fælles Medicinkort', longName]), session('3', ['SEI'])]}
      thisSessionId="1"
      identities={[
        { providerDa: 'NemLog-in', providerEn: 'NemLog-in', kind: 'person', linkedAt: at },
        { providerDa: longName, providerEn: longName, kind: 'professional', linkedAt: at },
      ]}
      events={[
        event('role-assignment.added', { name: longName, roleDa: longName, roleEn: longName }),
        event('account.viewed', { capacity: 'auditor' }),
        event('person.added', { by: 'operator', organisation: null }),
        event('something.new', { byMyself: true }),
      ]}
      unitNames={sampleEmployee.unitNames}
      isNarrow={false}
      {...more}
    />
  )
}

/** By name, for the gallery. */
export const minePages: Record<string, GalleryPage> = {
  mine: page({}),
  'mine-staff': (shell) => (
    <StaffAccessPage
      frame={sampleFrame(shell)}
      acting={{ kind: 'service-owner', key: 'o', service: { id: 's', nameDa: longName, nameEn: longName } }}
      capacities={[
        { kind: 'service-owner', key: 'o', service: { id: 's', nameDa: longName, nameEn: longName } },
        { kind: 'system-management', key: 's', organisation: null },
      ]}
      identities={[{ providerDa: longName, providerEn: longName, kind: 'person', linkedAt: at }]}
    />
  ),
  'mine-narrow': page({ isNarrow: true }),
  'mine-new': page({ rights: [], identities: [], events: [], sessions: [session('1', [])], accounts: [] }),
}
