/** What people are told of access, English. */
import type { NoticeWords } from '../../notices/notice-kind.ts'
import type { da } from './text.da.ts'

export const en: Record<keyof typeof da, NoticeWords> = {
  'role.given': {
    subject: 'You have been given access to {service}',
    mail: '{organisation} has given you access to {service}: {roles}. It has effect the next time you log in to the service.',
    shown: '{organisation} has given you {roles} in {service}. It has effect the next time you log in to the service.',
    link: 'See your access',
  },
  'role.changed': {
    subject: 'Your access to {service} has been changed',
    mail: '{organisation} has changed what your access to {service} applies to, or for how long.',
    shown: '{organisation} has changed what {roles} in {service} applies to, or for how long.',
    link: 'See your access',
  },
  'role.withdrawn': {
    subject: 'You have lost access to {service}',
    mail: '{organisation} has taken back access to {service}: {roles}. If that is a mistake, talk to your user administrator.',
    shown: '{organisation} has taken back {roles} in {service}. If that is a mistake, talk to your user administrator.',
    link: 'See your access',
  },
  'account.suspended': {
    subject: 'Your user account at {organisation} is suspended',
    mail: '{organisation} has suspended your user account. You cannot log in for the organisation until your user administrator reopens it.',
    shown:
      '{organisation} has suspended your user account. You cannot log in for the organisation until your user administrator reopens it.',
    link: 'See your access',
  },
  'account.reopened': {
    subject: 'Your user account at {organisation} is open again',
    mail: '{organisation} has reopened your user account. The roles you had have effect the next time you log in.',
    shown: '{organisation} has reopened your user account. The roles you had have effect the next time you log in.',
    link: 'See your access',
  },
  'account.corrected': {
    subject: 'What SEB knows you by at {organisation} has been corrected',
    mail: '{organisation} has corrected the numbers from MitID Erhverv that SEB knows your log-in by. If you do not know why, ask your user administrator.',
    shown:
      '{organisation} has corrected the numbers from MitID Erhverv that SEB knows your log-in by. If you do not know why, ask your user administrator.',
    link: 'See your access',
  },
  'account.ended': {
    subject: 'Your user account at {organisation} is closed',
    mail: '{organisation} has closed your user account. You can no longer log in for the organisation. If that is a mistake, talk to your user administrator.',
    shown:
      '{organisation} has closed your user account. You can no longer log in for the organisation. If that is a mistake, talk to your user administrator.',
    link: 'See your access',
  },
  'account.created': {
    subject: 'You have been created as a user at {organisation}',
    mail: '{organisation} has created you as a user in SEB. Log in the way you do at work to see your access.',
    shown: '{organisation} has created you as a user in SEB. Log in the way you do at work to see your access.',
    link: 'See your access',
  },
  'stand-in.named': {
    subject: 'You stand in for an administrator of {organisation}',
    mail: 'From {from} until the end of {until} you stand in for an administrator of {organisation}. Log in to see for whom and what you can do.',
    shown: 'From {from} until the end of {until} you stand in for {person} as administrator of {organisation}.',
    link: 'See whom you can act for',
  },
  'stand-in.ended': {
    subject: 'You no longer stand in for an administrator of {organisation}',
    mail: 'The agreement that you stand in for an administrator of {organisation} has been stopped.',
    shown: 'The agreement that you stand in for {person} at {organisation} has been stopped.',
    link: 'See whom you can act for',
  },
  'appointment.given': {
    subject: 'You have been appointed administrator at {organisation}',
    mail: '{organisation} has appointed you administrator. You can give and take access within what you are appointed to. If that is a mistake, call the service desk.',
    shown:
      '{organisation} has appointed you administrator. You can give and take access within what you are appointed to. If that is a mistake, call the service desk.',
    link: 'See your work',
  },
  'appointment.changed': {
    subject: 'What you administer at {organisation} has been changed',
    mail: '{organisation} has changed what you administer.',
    shown: '{organisation} has changed what you administer.',
    link: 'See your work',
  },
  'appointment.ended': {
    subject: 'You are no longer administrator at {organisation}',
    mail: '{organisation} has taken back your appointment as administrator. Your own access is as it was. If that is a mistake, talk to a chief user administrator.',
    shown:
      '{organisation} has taken back your appointment as administrator. Your own access is as it was. If that is a mistake, talk to a chief user administrator.',
    link: 'See your access',
  },
  'administrator.added': {
    subject: '{organisation} has a new administrator',
    mail: 'A new administrator has been appointed at {organisation}. If you do not know of it, see who it is.',
    shown: '{person} has been appointed administrator at {organisation}.',
    link: 'See the administrators',
  },
  'administrator.changed': {
    subject: 'An administrator at {organisation} has been changed',
    mail: 'What an administrator at {organisation} may administer has been changed.',
    shown: 'What {person} administers at {organisation} has been changed.',
    link: 'See the administrators',
  },
  'administrator.removed': {
    subject: '{organisation} has one administrator fewer',
    mail: 'An administrator at {organisation} has been removed. If you do not know of it, see who it is.',
    shown: '{person} is no longer administrator at {organisation}.',
    link: 'See the administrators',
  },
  'grant.given': {
    subject: '{organisation} can now use {service}',
    mail: 'System management has given {organisation} access to {service}. You can hand its roles out to your employees.',
    shown:
      'System management has given {organisation} access to {service}. You can hand its roles out to your employees.',
    link: 'Give the roles',
  },
  'grant.changed': {
    subject: 'What {organisation} may use of {service} has been changed',
    mail: 'System management has changed what {organisation} may use of {service}. It may have taken access from employees.',
    shown:
      'System management has changed what {organisation} may use of {service}. It may have taken access from employees.',
    link: 'See the roles',
  },
  'grant.taken-back': {
    subject: '{organisation} can no longer use {service}',
    mail: 'System management has taken {service} back from {organisation}. Roles in the service no longer have effect.',
    shown:
      'System management has taken {service} back from {organisation}. Roles in the service no longer have effect.',
    link: 'See the roles',
  },
  'organisation.without-chief': {
    subject: '{organisation} has no chief user administrator in SEB',
    mail: '{organisation} no longer has a chief user administrator who can log in. The roles that have been given still have effect. But nobody can appoint administrators until you have a chief user administrator again. Call the service desk and say who is to be chief user administrator.',
    shown:
      '{organisation} no longer has a chief user administrator who can log in. The roles that have been given still have effect. But nobody can appoint administrators until you have a chief user administrator again. Call the service desk and say who is to be chief user administrator.',
    link: 'See your work',
  },
  'organisation.chief-ending': {
    subject: '{organisation} is about to lose its last chief user administrator in SEB',
    mail: 'The last chief user administrator of {organisation} has access up to and including {last} only. After that nobody can appoint administrators. Appoint one more before then. Only a chief user administrator can appoint: if nobody can in time, call the service desk.',
    shown:
      'The last chief user administrator of {organisation} has access up to and including {last} only. After that nobody can appoint administrators. Appoint one more before then. Only a chief user administrator can appoint: if nobody can in time, call the service desk.',
    link: 'See the administrators',
  },
  'organisation.lost-chief': {
    subject: '{organisation} has no chief user administrator',
    mail: '{organisation} no longer has a chief user administrator who can log in. Its administrators, security officers and signatories have been told.',
    shown:
      '{organisation} no longer has a chief user administrator who can log in. Its administrators, security officers and signatories have been told.',
    link: 'See those that lack one',
  },
  'role.ending': {
    subject: 'Your access to {service} ends soon',
    mail: 'Your access to {service} at {organisation} ends: {roles}. The last day is {last}. If you still need it, ask to have it extended.',
    shown:
      'Your access to {service} at {organisation} ends: {roles}. The last day is {last}. If you still need it, ask to have it extended.',
    link: 'Ask to have it extended',
  },
  'account.ending': {
    subject: 'Your user account at {organisation} ends soon',
    mail: 'Your user account at {organisation} ends. The last day is {last}, and after that you cannot log in for the organisation. If you are staying, talk to your user administrator.',
    shown:
      'Your user account at {organisation} ends. The last day is {last}, and after that you cannot log in for the organisation. If you are staying, talk to your user administrator.',
    link: 'See your access',
  },
  'role.ending-of': {
    subject: 'An employee’s access to {service} ends soon',
    mail: 'An employee at {organisation} loses access to {service}: {roles}. The last day is {last}. If it is to go on, extend it.',
    shown: '{person} loses {roles} in {service}. The last day is {last}. If it is to go on, extend it.',
    link: 'Extend',
  },
  'account.ending-of': {
    subject: 'An employee’s user account at {organisation} ends soon',
    mail: 'An employee’s user account at {organisation} ends. The last day is {last}. If the employee is staying, extend it.',
    shown: 'The user account of {person} ends. The last day is {last}. If the employee is staying, extend it.',
    link: 'Extend',
  },
  'endings.many': {
    subject: '{count} roles and user accounts end soon at {organisation}',
    mail: 'At {organisation} {count} roles and user accounts end soon, the first after {last}. Extend those that are to go on. The rest end by themselves.',
    shown:
      'At {organisation} {count} roles and user accounts end soon, the first after {last}. Extend those that are to go on. The rest end by themselves.',
    link: 'See those that end',
  },
  'service-request.sent': {
    subject: '{organisation} asks for {service}',
    mail: '{organisation} has asked for access to {service}.',
    shown: '{organisation} has asked for access to {service}.',
    link: 'See the request',
  },
  'service-request.granted': {
    subject: 'You have got {service}',
    mail: 'SEB system management has given {organisation} the access to {service} that you asked for. Your administrators can now give its roles.',
    shown:
      'SEB system management has given {organisation} the access to {service} that you asked for. Your administrators can now give its roles.',
    link: 'See the request',
  },
  'service-request.refused': {
    subject: 'You have not got {service}',
    mail: 'SEB system management has said no to {organisation} having access to {service}. Log in to see why.',
    shown: 'SEB system management has said no to {organisation} having access to {service}.',
    link: 'See why',
  },
  'change-request.sent': {
    subject: 'A change to {service} waits to be approved',
    mail: 'A service owner has asked for a change to {service}. It happens when system management has approved it.',
    shown: 'A service owner has asked for a change to {service}. It happens when system management has approved it.',
    link: 'See the change',
  },
  'change-request.approved': {
    subject: 'Your change to {service} has been approved',
    mail: 'System management has approved the change to {service} that you asked for. It holds now.',
    shown: 'System management has approved the change to {service} that you asked for. It holds now.',
    link: 'See the change',
  },
  'change-request.rejected': {
    subject: 'Your change to {service} has not been approved',
    mail: 'System management has said no to the change to {service} that you asked for. The reason stands with the change.',
    shown:
      'System management has said no to the change to {service} that you asked for. The reason stands with the change.',
    link: 'See the reason',
  },
}
