/** The last day of an account in its states, with sample data that goes to extremes. All people and organisations are made up. */
import { ExtendAccountPage } from '../../src/access/endings/extend-account.page.tsx'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'

const employee = { ...sampleEmployee.employee, name: longName }

/** By name, for the gallery. */
export const endingPages: Record<string, GalleryPage> = {
  'last-day': (shell) => (
    <ExtendAccountPage
      frame={sampleFrame(shell)}
      employee={employee}
      typed={{ until: '2027-01-31', reason: longName }}
      mistakes={[]}
    />
  ),
  'last-day-wrong': (shell) => (
    <ExtendAccountPage
      frame={sampleFrame(shell)}
      employee={employee}
      typed={{ until: '', reason: '' }}
      mistakes={[
        { field: 'til', mistake: 'changed-meanwhile' },
        { field: 'begrundelse', mistake: 'reason-missing' },
      ]}
    />
  ),
}
