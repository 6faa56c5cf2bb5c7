/** The guide for users of DNHF, English. The names of the roles are DNHF’s own. */
import type { DnhfText } from './text.da.ts'

export const en: DnhfText = {
  title: 'DNHF: referrals, roles and access',
  who: 'I use DNHF (referrals)',
  lead: 'Den Nationale HenvisningsFormidling, the national referral exchange: which role you need, how you get it, and how you give it.',
  tasks: {
    roles: {
      title: 'Which role do you need?',
      steps: [
        'Henviser (referring doctor): you are a doctor or dentist and send referrals. It applies to the provider number (ydernummer) of the clinic.',
        'Henviser på vegne af (refers on behalf): you are a secretary and write referrals that a doctor of the clinic sends. It must have the clinic’s provider number.',
        'Behandler (clinician): you fetch the referrals that were sent to your unit. It must have the unit’s SOR number.',
        'Behandlers sekretær (clinician’s secretary): you fetch referrals for a clinician. It must have the unit’s SOR number.',
        'Visitator (referral assessor): you see and distribute all referrals to the unit. It must have the unit’s SOR number, and takes two to approve a request.',
        'Læseadgang (read only): you see referrals without changing anything.',
      ],
      note: 'Choose the one that gives least. You can have several.',
    },
    ask: {
      title: 'Ask for a role in DNHF',
      steps: [
        'Open {ask}, and press {more}.',
        'Choose {service}.',
        'Choose {role}.',
        'Write the provider number of the clinic or the SOR number of the unit if it is not there already.',
        'Write what you need it for under {reason}.',
        'Press {toCheck}, read it through, and press {send}.',
        'It then says {sent}',
      ],
      picture: 'The page where one chooses between the roles of DNHF.',
    },
    clinic: {
      title: 'Give a secretary the role “Henviser på vegne af”',
      steps: [
        'Open {home}. Write the secretary’s name under {find}, and press {findNow}.',
        'Press {assign}, and choose {role}.',
        'See that the provider number of the clinic is right. It is taken from the unit.',
        'Write why under {why}, and press {check}.',
        'Read it through, and press {give}. It then says {given}',
      ],
      note: 'The other roles are given the same way. For Behandler and Visitator it is the SOR number of the unit.',
    },
    logIn: {
      title: 'Log in to DNHF',
      steps: [
        'Open DNHF, and log in from there.',
        'If your region or municipality has its own log-in, choose it under {local}. Otherwise press {professional}.',
        'Choose {you}.',
        'If you have an account in several places, choose whom you are at work for. You get only the roles there.',
      ],
    },
    refused: {
      title: 'If DNHF says no',
      steps: [
        'If SEB says you need a role, ask for it on that page.',
        'If SEB says your workplace does not have the service, it is the security officer who asks for it.',
        'If you are in but cannot see a referral, the number is most often wrong. See it at {mine}.',
      ],
    },
  },
}
