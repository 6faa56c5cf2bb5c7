/** The pages about the hours of an account, and of whom they keep out, with sample data that goes to extremes. All people and organisations are made up. */
import { AccountHoursPage } from '../../src/access/admin/account-hours/account-hours.page.tsx'
import { OutsideHoursPage } from '../../src/access/admin/pages/outside-hours.page.tsx'
import { UnknownPersonPage } from '../../src/access/admin/pages/unknown-person.page.tsx'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleHours } from './sample-hours.ts'

const { employee } = sampleEmployee
const held = { ...employee, name: longName, account: { ...employee.account, hours: sampleHours } }

/** By name, for the gallery. */
export const accountHoursPages: Record<string, GalleryPage> = {
  'account-hours': (shell) => (
    <AccountHoursPage
      frame={sampleFrame(shell)}
      employee={held}
      typed={{ hours: [...sampleHours, ...sampleHours], reason: '' }}
      mistakes={[]}
    />
  ),
  'account-hours-mistakes': (shell) => (
    <AccountHoursPage
      frame={sampleFrame(shell)}
      employee={held}
      typed={{ hours: [{ days: [], from: '15:00', until: 'kl' }], reason: '' }}
      mistakes={[
        { field: 'tid', mistake: 'changed-meanwhile' },
        { field: 'tid-0-dage', mistake: 'hours-days' },
        { field: 'tid-0-til', mistake: 'hours-until' },
        { field: 'begrundelse', mistake: 'reason-missing' },
      ]}
    />
  ),
  'account-outside-hours': (shell) => (
    <OutsideHoursPage
      shell={shell}
      shut={{ organisation: longName, hours: sampleHours, opensAt: new Date('2026-11-27T14:00:00Z') }}
    />
  ),
  'unknown-person': (shell) => <UnknownPersonPage shell={shell} />,
}
