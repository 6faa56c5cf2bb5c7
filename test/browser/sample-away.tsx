/** The pages about administrators who are away, with sample data that goes to extremes. All people are made up. */

import { AwayPage, type AwayPageProps } from '../../src/access/admin/away/away.page.tsx'
import type { Absentee } from '../../src/access/admin/away/away.store.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const day = (text: string) => new Date(`${text}T00:00:00+01:00`)
const someone = (name: string): Absentee => ({
  accountId: `account of ${name}`,
  personId: name,
  name,
  unitName: 'Hjemmesygeplejen Nord',
  active: true,
  lastLogInAt: null,
  appointment: { id: 'a', level: 'chief', unitIds: null, serviceIds: null, appointedAt: day('2026-03-01') },
})
const found = { ...someone('Bo Friis'), appointment: null }

const page: Omit<AwayPageProps, 'frame'> = {
  away: {
    absentee: someone('Mette Højgaard Lind'),
    standIns: [
      {
        id: 's1',
        accountId: 'x',
        name: longName,
        validFrom: day('2026-11-20'),
        validUntil: day('2026-12-04'),
        lendsRights: true,
      },
      {
        id: 's2',
        accountId: 'y',
        name: 'Henrik Bak Iversen',
        validFrom: day('2026-12-21'),
        validUntil: day('2027-01-04'),
        lendsRights: false,
      },
    ],
    choices: [someone('Henrik Bak Iversen'), someone(longName), found],
  },
  now: day('2026-11-25'),
  byChief: true,
  own: false,
  path: '/admin/administratorer/x/vaek',
  search: 'bo',
  typed: { from: '2026-12-24', until: '2026-12-20', standIn: '' },
  mistakes: [
    { field: 'til', mistake: 'until-before-from' },
    { field: 'stedfortraeder', mistake: 'stand-in-missing' },
  ],
  formId: 'f',
  done: null,
}

/** By name, for the gallery. */
export const awayPages: Record<string, GalleryPage> = {
  'admin-away': (shell) => <AwayPage frame={sampleFrame(shell)} {...page} />,
  'admin-away-own-none': (shell) => (
    <AwayPage
      frame={sampleFrame(shell)}
      {...page}
      away={{ absentee: someone(longName), standIns: [], choices: [] }}
      byChief={false}
      own
      search=""
      mistakes={[]}
      done="stoppet"
    />
  ),
}
