/** The pages about the hours of an account with sample data that goes to extremes. All people and organisations are made up. */
import { AccountHoursPage } from '../../src/access/admin/account-hours/account-hours.page.tsx'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleHours } from './sample-assigning.tsx'

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
}
