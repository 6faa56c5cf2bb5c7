/** The pages about service grants with sample data that goes to extremes. All organisations and numbers are made up. */
import { EffectPage } from '../../src/access/management/effect.page.tsx'
import { ChooseServicePage } from '../../src/access/management/grants/choose-service.page.tsx'
import { changeWords, giveWords } from '../../src/access/management/grants/effect-words.ts'
import { GrantFormPage } from '../../src/access/management/grants/grant-form.page.tsx'
import { GrantsPage } from '../../src/access/management/grants/grants.page.tsx'
import { ServiceGrantsPage } from '../../src/access/management/grants/service-grants.page.tsx'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const id = 'b3f0a7c2-0000-4000-8000-000000000003'
const service = {
  id,
  nameDa: 'Den Nationale Henvisningsformidling til speciallæger, fysioterapeuter og kommunale sundhedstilbud',
  nameEn: 'National Referral Service',
  organisations: 12_345,
}
const states = ['active', 'draft', 'retired'] as const
const roles = Array.from({ length: 12 }, (_, index) => ({
  id: `rolle-${index}`,
  nameDa: index === 0 ? longName : `Rolle ${index}`,
  nameEn: index === 0 ? longName : `Role ${index}`,
  state: states[index % 3] ?? 'active',
}))
const long = { id, name: longName }
const around = { title: longName, breadcrumb: [{ name: longName, href: '/' }], action: '/', back: '/' }
const counted = { rights: 31_200, people: 8000 }

/** By name, for the gallery. */
export const grantPages: Record<string, GalleryPage> = {
  'management-grants': (shell) => (
    <GrantsPage frame={sampleFrame(shell)} query="" services={Array.from({ length: 100 }, () => service)} />
  ),
  'management-grants-none': (shell) => <GrantsPage frame={sampleFrame(shell)} query="<b>" services={[]} />,
  'management-grants-of-service': (shell) => (
    <ServiceGrantsPage
      frame={sampleFrame(shell)}
      service={service}
      kinds={[{ kind: 'general-practice', active: 30_000, withAccess: 12_345 }]}
      done="givet"
    />
  ),
  'management-grant-choose': (shell) => (
    <ChooseServicePage frame={sampleFrame(shell)} organisation={long} query="" services={[service, service]} />
  ),
  'management-grant-form': (shell) => (
    <GrantFormPage
      frame={sampleFrame(shell)}
      {...around}
      service={{ ...service, roles, scopeKinds: ['sor', 'ydernummer', 'text'] }}
      carried={[]}
      typed={{
        roles: 'nogle',
        roleIds: ['rolle-2', 'rolle-1'],
        ceilings: { sor: ['990100000000031', '12'] },
        from: '2026-11-24',
        until: '2026-11-01',
      }}
      wrong={{ roller: 'Vælg mindst én rolle.', 'loft-sor': '»12« er ikke en værdi.', til: 'Slutdatoen ligger før.' }}
      stands={[['Roller', longName]]}
    />
  ),
  'management-grant-effect': (shell) => (
    <EffectPage
      frame={sampleFrame(shell)}
      {...around}
      effects={changeWords(
        { lost: counted, sooner: counted, gained: counted },
        new Date('2027-01-01T00:00:00+01:00'),
        shell.language,
      )}
      remarks={giveWords({ get: 3000, have: 1, revived: counted }, shell.language)}
      agreed=""
      button="Gem"
      edit="Ret det skrevne"
      changed
    />
  ),
}
