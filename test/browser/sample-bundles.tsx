/** The pages about bundles of roles, with sample data that goes to extremes. All people, organisations and numbers are made up. */
import { BundlePage, DeleteBundlePage } from '../../src/access/admin/bundles/bundle.page.tsx'
import type { Bundle, BundlePart } from '../../src/access/admin/bundles/bundle.ts'
import { BundleFormPage } from '../../src/access/admin/bundles/bundle-form.page.tsx'
import { BundleScopesPage } from '../../src/access/admin/bundles/bundle-scopes.page.tsx'
import { BundlesPage } from '../../src/access/admin/bundles/bundles.page.tsx'
import { GiveBundlePage, UpdateBundlePage } from '../../src/access/admin/bundles/give-bundle.page.tsx'
import { typedFromBundle } from '../../src/access/admin/bundles/typed-scopes.ts'
import type { Shell } from '../../src/web/shell.ts'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleAssignable } from './sample-assigning.tsx'

const { service, role } = sampleAssignable
const unit = {
  id: 'u',
  parentId: null,
  name: `Plejecenter ${longName}`,
  sor: '990100001600004',
  pNumber: null,
  ydernummer: null,
  municipality: null,
}
const part: BundlePart = { role, service, scopes: { enhed: 'unit', art: ['akut', 'planlagt'] } }
const gone: BundlePart = { ...part, role: { ...role, id: 'gone', nameDa: longName, nameEn: longName, scopes: [] } }
const sampleBundle: Bundle = {
  id: 'b3f0a7c2-0000-4000-8000-000000000009',
  name: `Ny sygeplejerske på ${longName}`.slice(0, 80),
  description: 'Til alle, der begynder i hjemmesygeplejen, også vikarer i mere end en uge.',
  version: 3,
  parts: [part, gone],
}
const held = sampleEmployee.rights.slice(0, 1).map(({ right }) => right)
const difference = {
  missing: [{ part, scopes: { enhed: ['990100001600004'], art: ['akut'] } }],
  changed: [],
  extra: held,
}
const same = { missing: [], changed: [], extra: [] }
const holders = {
  rows: [
    { id: 'a', name: longName, unitId: 'u', unitName: unit.name, difference },
    { id: 'b', name: 'Bo Friis', unitId: null, unitName: null, difference: same },
  ],
  total: 120,
  counted: true,
  from: 1,
  previous: null,
  next: 'b',
}
const typed = { name: '', description: sampleBundle.description, roleIds: [role.id] }
const giving = (shell: Shell) => ({
  frame: sampleFrame(shell),
  employee: sampleEmployee.employee,
  bundle: sampleBundle,
  units: [unit],
  assignable: [sampleAssignable],
  held: [],
  others: held.map((right) => ({
    ...right,
    assignment: { ...right.assignment, role: { ...right.assignment.role, id: role.id } },
  })),
  difference,
  formId: 'f',
})

/** By name, for the gallery. */
export const bundlePages: Record<string, GalleryPage> = {
  'admin-bundles': (shell) => (
    <BundlesPage
      frame={sampleFrame(shell)}
      bundles={[sampleBundle]}
      holders={new Map([[sampleBundle.id, 1234]])}
      mayChange
    />
  ),
  'admin-bundles-none': (shell) => (
    <BundlesPage frame={sampleFrame(shell)} bundles={[]} holders={new Map()} mayChange={false} />
  ),
  'admin-bundle': (shell) => (
    <BundlePage
      frame={sampleFrame(shell)}
      bundle={sampleBundle}
      units={[unit]}
      holders={holders}
      mayChange
      ownAccountId="b"
      done="rettet"
    />
  ),
  'admin-bundle-new': (shell) => (
    <BundleFormPage
      frame={sampleFrame(shell)}
      bundle={null}
      newId="n"
      choices={[part, gone]}
      typed={{ ...typed, roleIds: [] }}
      mistake="roles-missing"
    />
  ),
  'admin-bundle-form': (shell) => (
    <BundleFormPage
      frame={sampleFrame(shell)}
      bundle={sampleBundle}
      newId="n"
      choices={[part, gone]}
      typed={typed}
      mistake="changed-meanwhile"
    />
  ),
  'admin-bundle-scopes': (shell) => (
    <BundleScopesPage
      frame={sampleFrame(shell)}
      bundle={sampleBundle}
      assignable={[sampleAssignable]}
      units={[unit]}
      typed={typedFromBundle(sampleBundle)}
      mistakes={[{ field: 'r0-omfang-yder', mistake: 'scope-missing' }]}
      overtaken
    />
  ),
  'admin-bundle-delete': (shell) => (
    <DeleteBundlePage frame={sampleFrame(shell)} bundle={sampleBundle} holders={1234} />
  ),
  'admin-bundle-give': (shell) => (
    <GiveBundlePage
      {...giving(shell)}
      terms={{ from: '2026-11-24', until: '', hours: [], reason: '' }}
      fails={new Map([[role.id, 'authorisation-missing']])}
      mistakes={[
        { part, field: null, mistake: 'scope-missing', days: 0 },
        { part: gone, field: null, mistake: 'part-not-given', days: 0 },
        { part, field: 'til', mistake: 'until-needed', days: 90 },
        { part: null, field: null, mistake: 'bundle-held', days: 0 },
      ]}
    />
  ),
  'admin-bundle-update': (shell) => (
    <UpdateBundlePage
      {...giving(shell)}
      reason=""
      mistakes={[{ part: null, field: 'begrundelse', mistake: 'reason-missing', days: 0 }]}
    />
  ),
  'admin-bundle-up-to-date': (shell) => (
    <UpdateBundlePage {...giving(shell)} difference={same} reason="" mistakes={[]} />
  ),
}
