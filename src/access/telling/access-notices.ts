/** The kinds of things people are told of access. */
import { noticeKinds } from '../../notices/notice-kind.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const own = { audience: 'employee', topic: 'own-access' } as const
/** Whoever holds it can give others access, so it is told whatever they have chosen. */
const ownAppointment = { ...own, mandatory: true } as const
const toChiefs = { audience: 'administrator', topic: 'administration' } as const
const orphan = { ...toChiefs, mandatory: true } as const

/** Between owners of services and system management. */
const toStaff = { audience: 'staff', topic: 'services' } as const
const lastDay = { last: 'date' } as const

export const accessNotices = noticeKinds(
  {
    'role.given': own,
    'role.changed': own,
    'role.withdrawn': own,
    'account.created': own,
    'account.suspended': own,
    'account.reopened': own,
    'account.ended': own,
    // Somebody else may log in as them by it.
    'account.corrected': { ...own, mandatory: true },
    'stand-in.named': { ...own, facts: { from: 'date', until: 'date' } },
    'stand-in.ended': own,
    'appointment.given': ownAppointment,
    'appointment.changed': ownAppointment,
    'appointment.ended': ownAppointment,
    'administrator.added': toChiefs,
    'administrator.changed': toChiefs,
    'administrator.removed': toChiefs,
    'grant.given': toChiefs,
    'grant.changed': toChiefs,
    'grant.taken-back': toChiefs,
    'role.ending': { audience: 'employee', topic: 'endings', facts: lastDay },
    'account.ending': { audience: 'employee', topic: 'endings', facts: lastDay },
    'role.ending-of': { audience: 'administrator', topic: 'endings', facts: lastDay },
    'account.ending-of': { audience: 'administrator', topic: 'endings', facts: lastDay },
    'endings.many': { audience: 'administrator', topic: 'endings', facts: { ...lastDay, count: 'number' } },
    'organisation.without-chief': orphan,
    'organisation.chief-ending': { ...orphan, facts: lastDay },
    'service-request.sent': toStaff,
    'service-request.granted': toChiefs,
    'service-request.refused': toChiefs,
    'change-request.sent': toStaff,
    'change-request.approved': toStaff,
    'change-request.rejected': toStaff,
    'organisation.lost-chief': { audience: 'staff', topic: 'organisations' },
  },
  { da, en },
)
