/** Creating and inviting employees, and what the invited meet, with sample data that goes to extremes. Everything is made up. */

import { EmployeePage } from '../../src/access/admin/employees/employee.page.tsx'
import { InvitePage } from '../../src/access/admin/invite/invite.page.tsx'
import { NewEmployeePage } from '../../src/access/admin/invite/new-employee.page.tsx'
import { NumbersPage } from '../../src/access/admin/numbers/numbers.page.tsx'
import {
  ConfirmInvitationPage,
  InvitationPage,
  InvitationProblemPage,
  InvitationTakenPage,
} from '../../src/access/invitations/invitation.page.tsx'
import type { SentInvitation } from '../../src/access/invitations/invitations.store.ts'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const { employee: known } = sampleEmployee
const employee = {
  ...known,
  name: longName,
  lastLogInAt: null,
  account: { ...known.account, professionalUuid: null, rid: null },
}
const last: SentInvitation = {
  id: 'b3f0a7c2-0000-4000-8000-000000000007',
  email: `${'anne-sofie.kjaergaard.thorsen-bundgaard'.repeat(2)}@vesterfjord.example`,
  sentAt: new Date('2026-11-20T08:00:00Z'),
  expiresAt: new Date('2026-12-04T08:00:00Z'),
  state: 'open',
  mail: 'failed',
  answer: '550 5.1.1 … no such user here, please look at https://mail.example/help-with-addresses-that-do-not-exist',
}
const units = [{ id: 'b3f0a7c2-0000-4000-8000-000000000002', name: `Plejecenter ${longName}` }]
const empty = {
  name: '',
  unitId: '',
  email: '',
  language: 'da',
  uuid: '',
  rid: '',
  from: '2026-11-24',
  until: '',
} as const

/** By name, for the gallery. */
export const invitingPages: Record<string, GalleryPage> = {
  'admin-new-employee': (shell) => (
    <NewEmployeePage
      frame={sampleFrame(shell)}
      typed={{ ...empty, known: 'invitation' }}
      units={units}
      unitNeeded={false}
      mistakes={[]}
      formId={employee.account.id}
    />
  ),
  'admin-new-employee-mistakes': (shell) => (
    <NewEmployeePage
      frame={sampleFrame(shell)}
      typed={{ ...empty, known: 'uuid', name: longName, uuid: '1234', email: 'navn@', until: '2026-11-01' }}
      units={units}
      unitNeeded
      mistakes={[
        { field: 'enhed', mistake: 'unit-missing' },
        { field: 'mail', mistake: 'email-wrong' },
        { field: 'uuid', mistake: 'uuid-wrong' },
        { field: 'til', mistake: 'until-before-from' },
      ]}
      formId={employee.account.id}
    />
  ),
  'admin-invite': (shell) => (
    <InvitePage frame={sampleFrame(shell)} invitable={{ employee, last }} email={last.email} mistake={null} />
  ),
  'admin-invite-mistake': (shell) => (
    <InvitePage frame={sampleFrame(shell)} invitable={{ employee, last: null }} email="bo@" mistake="email-wrong" />
  ),
  'admin-numbers': (shell) => (
    <NumbersPage
      frame={sampleFrame(shell)}
      employee={known}
      typed={{ uuid: '', rid: '', reason: '' }}
      mistakes={[]}
      shown=""
    />
  ),
  'admin-numbers-mistakes': (shell) => (
    <NumbersPage
      frame={sampleFrame(shell)}
      employee={{ ...known, name: longName }}
      typed={{ uuid: 'a0000000-0000-4000-8000-00000000000a', rid: 'R'.repeat(64), reason: '' }}
      mistakes={[
        { field: 'uuid', mistake: 'meanwhile' },
        { field: 'rid', mistake: 'rid-taken' },
        { field: 'begrundelse', mistake: 'reason-missing' },
      ]}
      shown=""
    />
  ),
  'admin-employee-invited': (shell) => (
    <EmployeePage
      frame={sampleFrame(shell)}
      description={{ ...sampleEmployee, employee, rights: [], timeline: [] }}
      now={now}
      allowed={{ assign: true, withdraw: true, log: true, simulate: true, change: ['suspend', 'end'], move: true }}
      invitation={{ last }}
      done="medarbejder-oprettet"
    />
  ),
  'admin-employee-not-invited': (shell) => (
    <EmployeePage
      frame={sampleFrame(shell)}
      description={{ ...sampleEmployee, employee, rights: [], timeline: [] }}
      now={now}
      allowed={{ assign: true, withdraw: true, log: true, simulate: true, change: ['suspend', 'end'], move: true }}
      invitation={{ last: null }}
      done={null}
    />
  ),
  invitation: (shell) => <InvitationPage shell={shell} organisation={longName} code="made-up" />,
  'invitation-confirm': (shell) => <ConfirmInvitationPage shell={shell} organisation={longName} name={longName} />,
  'invitation-taken': (shell) => <InvitationTakenPage shell={shell} />,
  'invitation-used': (shell) => <InvitationProblemPage shell={shell} problem="used" organisation={longName} />,
  'invitation-wrong-organisation': (shell) => (
    <InvitationProblemPage shell={shell} problem="wrong-organisation" organisation={longName} />
  ),
}
