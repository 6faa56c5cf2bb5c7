/** The words that somebody with an invitation meets, English. */
import type { InvitationText } from './text.da.ts'

export const en: InvitationText = {
  landing: {
    title: '{organisation} has invited you',
    lead: 'Accept the invitation, and you can be given access to the services that you use in your work.',
    how: 'Log in as you do for {organisation}: with MitID Erhverv or the organisation’s own log-in. After that SEB knows who you are.',
    button: 'Log in and accept',
    toLogIn: 'your log-in',
    notYou: 'If the invitation is not for you, you need do nothing.',
  },
  confirm: {
    title: 'Is this you?',
    lead: 'You are logged in as {name} for {organisation}.',
    leadNoName: 'You are logged in for {organisation}.',
    effect:
      'If you accept, the account is yours, and SEB knows you the next time you log in this way. The invitation can be used only once.',
    button: 'Yes, accept',
    somebodyElse: 'No, log out',
  },
  taken: {
    title: 'You have accepted the invitation',
    lead: 'SEB now knows who you are. The roles you have been given have effect the next time you log in to a service.',
    button: 'See my access',
  },
  problems: {
    theOrganisation: 'the organisation',
    help: 'Help',
    logOut: 'Log out, and try another log-in',
    unknown: {
      title: 'The link does not work',
      next: 'Use the link in the mail exactly as it stands there. If it still does not work, ask your user administrator to send a new invitation.',
    },
    used: {
      title: 'The invitation has been used',
      next: 'Somebody has accepted it already. If that was you, log in as you usually do. If it was not, tell the user administrator of {organisation} at once.',
    },
    withdrawn: {
      title: 'The invitation has been withdrawn',
      next: 'Ask the user administrator of {organisation} whether you are to have a new one.',
    },
    replaced: {
      title: 'A newer invitation has been sent',
      next: 'Use the link in the newest mail from {organisation}.',
    },
    expired: {
      title: 'The invitation has expired',
      next: 'An invitation works for 14 days. Ask the user administrator of {organisation} to send a new one.',
    },
    'account-over': {
      title: 'The account is not open',
      next: 'The account that the invitation is for is suspended or has ended. Ask the user administrator of {organisation}.',
    },
    'private-log-in': {
      title: 'Log in for your workplace',
      next: 'You are logged in as a private person. Log out, open the link in the mail again, and log in for {organisation} with MitID Erhverv or the organisation’s own log-in.',
    },
    'wrong-organisation': {
      title: 'You are logged in for another workplace',
      next: 'The invitation is from {organisation}. Log out, open the link in the mail again, and log in for {organisation}.',
    },
    'already-employee': {
      title: 'You have an account here already',
      next: 'SEB knows the log-in you used by another account at {organisation}. Tell the user administrator, or log in another way.',
    },
    'not-known-again': {
      title: 'SEB cannot know this log-in again',
      next: 'The log-in you used does not say who you are in a way that lasts. Log in for {organisation} another way.',
    },
  },
  mail: {
    subject: '{organisation} has invited you to SEB',
    invited:
      '{organisation} has created an account for you in SEB. With it you can be given access to the services that you use in your work.',
    how: 'Accept by opening the link and logging in as you do for {organisation}.',
    link: 'Accept the invitation',
    until: 'The link works until the end of {date} and can be used only once. Do not pass it on.',
    why: 'You get this mail because a user administrator of {organisation} has entered your mail address. If you know nothing about it, you need do nothing.',
  },
}
