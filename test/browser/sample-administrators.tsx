/** The pages about administrators with sample data that goes to extremes. All people and organisations are made up. */
import { AdministratorFormPage } from '../../src/access/admin/administrators/administrator-form.page.tsx'
import { AdministratorsPage } from '../../src/access/admin/administrators/administrators.page.tsx'
import type { Administrator } from '../../src/access/admin/administrators/administrators.store.ts'
import { AppointPage } from '../../src/access/admin/administrators/appoint.page.tsx'
import { RemoveAdministratorPage } from '../../src/access/admin/administrators/remove-administrator.page.tsx'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const choices = {
  units: [
    { id: 'u1', name: 'Hjemmesygeplejen Nord' },
    { id: 'u2', name: 'Visitationen' },
  ],
  services: [{ id: 's1', nameDa: 'Fælles Medicinkort', nameEn: 'Shared Medication Record' }],
}
const since = new Date('2026-03-01T00:00:00+01:00')
const someone = (name: string, appointment: Partial<Administrator['appointment']>): Administrator => ({
  accountId: 'b3f0a7c2-0000-4000-8000-000000000002',
  personId: name,
  name,
  unitName: 'Visitationen',
  active: true,
  lastLogInAt: null,
  appointment: { id: 'a', level: 'administrator', unitIds: null, serviceIds: null, appointedAt: since, ...appointment },
})
const limited = someone(longName, { unitIds: ['u1', 'u2'], serviceIds: ['s1'] })
const me = someone('Mette Højgaard Lind', { level: 'chief' })
const standIn = { accountId: 'x', personId: 'x', name: longName, active: true, lendsRights: true }
const typed = { level: 'chief', unitIds: ['u1'], serviceIds: [] }

/** By name, for the gallery. */
export const administratorPages: Record<string, GalleryPage> = {
  'admin-administrators': (shell) => (
    <AdministratorsPage
      frame={sampleFrame(shell)}
      administrators={[me, limited, { ...someone('Bo Friis', {}), active: false }]}
      choices={choices}
      away={new Map([[limited.accountId, { until: since, standIn }]])}
      ownPersonId={me.personId}
      tooFewChiefs
    />
  ),
  'admin-appoint': (shell) => <AppointPage frame={sampleFrame(shell)} query="" candidates={[limited]} />,
  'admin-appoint-none': (shell) => <AppointPage frame={sampleFrame(shell)} query="Krstensen" candidates={[]} />,
  'admin-administrator': (shell) => (
    <AdministratorFormPage
      frame={sampleFrame(shell)}
      administrator={limited}
      choices={choices}
      typed={typed}
      mistake="chief-limited"
    />
  ),
  'admin-administrator-remove': (shell) => (
    <RemoveAdministratorPage frame={sampleFrame(shell)} administrator={limited} mistake="last-chief" />
  ),
}
