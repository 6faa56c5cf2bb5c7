/** The words of the shell, English. */
import type { WebText } from './text.da.ts'

export const en: WebText = {
  thisLanguage: 'English',
  skip: 'Skip to content',
  shortcuts: 'Shortcuts',
  about: 'About SEB',
  desk: 'Service desk',
  openNow: {
    open: 'Open now',
    until: 'The telephone is open until {when}.',
    closed: 'Closed now',
    next: 'The telephone opens {when}.',
  },
  hours: {
    run: '{days} {from}–{until}',
    weekdays: 'weekdays',
    never: 'closed',
  },
  links: {
    help: 'Help',
    status: 'Operational status',
    guides: 'Guides',
    contact: 'Contact',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    cookies: 'Cookies',
  },
  admin: {
    title: 'Administration',
    shortcuts: 'Shortcuts',
    logOut: 'Log out',
    actingFor: 'You act for',
    change: 'Change',
    changeWhat: 'whom you act for',
    menu: 'Menu',
    breadcrumb: 'Breadcrumb',
  },
  pager: {
    label: 'Pages',
    range: '{from}–{to} of {total}',
    rangeOfMore: '{from}–{to} of more than {total}',
    someOfMore: '{count} of more than {total}',
    previous: 'Previous {count}',
    next: 'Next {count}',
  },
  toFront: 'Go to the front page',
  help: {
    title: 'Do you need help?',
    callWithNumber: 'Call the service desk on {phone} and give them this number:',
    call: 'Call the service desk on {phone}. It is open {hours}.',
  },
  error: {
    notFound: {
      title: 'There is no such page',
      what: 'The address may be misspelt, or the page may have moved.',
      next: 'If you were logging in to a service, start from the service again.',
    },
    notPermitted: {
      title: 'That is not possible here',
      what: 'Your browser sent something we cannot accept, because it did not come from one of our own pages.',
      next: 'Go back, reload the page and try once more. If you were logging in, start from the service.',
    },
    badRequest: {
      title: 'We did not understand what was sent',
      what: 'Something was missing from the link or the form.',
      next: 'If you were logging in to a service, start from the service again.',
    },
    bug: {
      title: 'Something went wrong on our side',
      what: 'It is nothing you did. The error has been recorded.',
      next: 'Try again in a minute. If it happens again, call the service desk.',
    },
    wrongMethod: {
      title: 'The page cannot be opened this way',
      what: 'The address is only used when a form is sent.',
      next: 'If you were logging in to a service, start from the service again.',
    },
    tooLarge: {
      title: 'What was sent is too large',
      what: 'We do not accept that much at once.',
      next: 'If you were logging in to a service, start from the service again.',
    },
    tooMany: {
      title: 'There were too many attempts in a short time',
      what: 'We are holding back for a moment to protect the system.',
      next: 'Wait a minute and try again.',
    },
  },
  postForm: {
    title: 'You are on your way to {to}',
    what: 'The page goes on by itself. If nothing happens, press the button.',
    go: 'Continue',
  },
  continue: {
    title: 'You are on your way to {to}',
    what: 'The page goes on by itself in a moment.',
    go: 'Continue now',
  },
  front: {
    title: 'One log-in for the systems of the health service',
    lead: 'More than 100 systems use SEB to know who you are and what you may do.',
    doors: {
      signIn: {
        title: 'Log in to a service',
        text: 'Start in the service you need, such as the Shared Medication Record, Sundhed.dk or DNHF. It sends you here when you choose to log in.',
      },
      ask: { title: 'Ask for access', text: 'You are new at your workplace, or you lack a role in a service.' },
      admin: {
        title: 'Give your colleagues access',
        text: 'For user administrators: give roles and keep track of them.',
      },
      enrol: {
        title: 'Enrol your organisation',
        text: 'Your clinic, municipality or company does not use SEB yet. Write to the service desk with the CVR number in the subject line.',
      },
    },
    guides: {
      title: 'Guides',
      administrator: 'Manage users and roles',
      dnhf: 'DNHF: roles and access',
      all: 'All guides',
    },
    you: {
      title: 'For you who',
      mine: 'want to see your own access',
      securityOfficer: 'are a security officer',
      serviceOwner: 'own a service',
      providers: 'run a local log-in',
      remembered: 'want to see or forget the log-ins SEB remembers in this browser',
    },
    helpTitle: 'Get help',
    help: 'Call {phone} {hours}, or write to {mail}. Write SEB in the subject line and include your telephone number.',
    onCall: 'Is {services} down outside opening hours? Call the on-call desk on {phone}.',
  },
}
