/** What SEB owes people to say of accessibility, privacy and cookies, English. */
import type { StatementText } from './text.da.ts'

export const en: StatementText = {
  accessibility: {
    title: 'Accessibility statement',
    lead: 'Everybody should be able to use SEB. This is how far we are, and what you do if something gets in your way.',
    sections: {
      duty: {
        title: 'Who and what',
        text: [
          '{operator} must make SEB accessible under the Danish act on the accessibility of public bodies’ websites and mobile applications.',
          'The statement is about SEB’s own pages. It is not about MitID, local log-ins and the services that SEB leads to.',
        ],
      },
      status: {
        title: 'Compliance status',
        text: ['SEB complies partially with EN 301 549 and WCAG 2.1 at level AA. Its pages are built to WCAG 2.2 AA.'],
      },
      limits: {
        title: 'What is not accessible',
        text: [
          'The pages have not yet been tried by people who use a screen reader or other aids every day.',
          'The pictures in the guides show text. What they show is also said in the steps beside them.',
          'Operational messages that are written in Danish only are shown in Danish on the English pages.',
        ],
      },
      made: {
        title: 'How the statement was made',
        text: [
          'It rests on our own assessment. Every page is tried by a program whenever SEB is changed: in Danish and English, on a screen of 320 pixels, and the most important ones by keyboard alone and without scripts.',
          'The statement was last reviewed on {reviewed}.',
        ],
      },
      tell: {
        title: 'Tell us',
        text: [
          'If there is something you cannot use, write to {mail}, or call {phone}. We help you at once, and mend what we can.',
        ],
      },
      supervision: {
        title: 'If our answer is not good enough',
        text: [
          'Digitaliseringsstyrelsen, the Danish Agency for Digital Government, sees that the act is kept. You can complain to them at webtilgaengelighed@digst.dk.',
        ],
      },
    },
  },
  privacy: {
    title: 'Privacy',
    lead: 'What SEB knows about you, who is told, and how long we have it.',
    sections: {
      who: {
        title: 'Who is responsible?',
        text: [
          '{operator} is the data controller of SEB. Send questions about your data to {dataMail}.',
          'Your workplace is the controller of whom it gives access, and the service of what you do in it.',
        ],
      },
      what: {
        title: 'What we know about you',
        text: [
          'What your log-in tells: your name, your workplace, and what you are known by. If your CPR number comes along, we keep it encrypted.',
          'What your workplace writes: your mail address, your unit and your roles, and why you have them.',
          'What you write yourself: requests, answers and cases at the service desk.',
          'What happens: when you log in to which service, from which network address, and who has looked at or changed your access.',
        ],
      },
      why: {
        title: 'What we use it for',
        text: [
          'To let you log in, and to tell the service what you may do. That is a task in the public interest (the General Data Protection Regulation, article 6(1)(e)).',
          'To be able to show afterwards who had access to what. The safety of the health sector requires it.',
          'We use it for nothing else, and no decision about you is made by a machine alone.',
        ],
      },
      told: {
        title: 'Who is told?',
        text: [
          'A service is told what was agreed with it, when you log in to it. It knows you by a name of its own for you.',
          'The administrators of your workplace see your account and your roles. The service desk sees what is needed to help you.',
          'That somebody looks at you is written down. You can see it at {mine}.',
        ],
      },
      howLong: {
        title: 'How long?',
        text: [
          'A log-in under way is deleted within a day after it has ended. Where you have been logged in is deleted 30 days after it was last used.',
          'Mails lose their content when they are sent. Messages in SEB are deleted after 400 days.',
          'A case at the service desk is deleted 800 days after it was solved. What was attached to it is deleted after 90 days.',
          'Your account, roles and requests stay, also when they have ended, so that it can be seen who had what.',
          'If you get operational messages by mail, your address is deleted when you unsubscribe.',
          'The log is not deleted. It is sealed, so that nobody can change it, and holds no CPR numbers.',
        ],
      },
      rights: {
        title: 'Your rights',
        text: [
          'You can see most of it yourself at {mine}. You have the right of access, to have wrong data put right, and to object.',
          'You have the right to have data erased when we may no longer have it. Write to {dataMail}.',
          'You can complain to Datatilsynet, the Danish Data Protection Agency, www.datatilsynet.dk.',
        ],
      },
    },
  },
  cookies: {
    title: 'Cookies',
    lead: 'SEB uses only its own cookies, and only so that the pages work. Nobody follows you, and nothing is shared with others.',
    name: 'Name',
    what: 'What it does',
    kept: 'How long',
    list: {
      seb_session: {
        what: 'Remembers that you are logged in.',
        kept: 'Until you close the browser. A log-in ends after {idle} minutes without use, and after {hours} hours at the latest.',
      },
      seb_browser: {
        what: 'Sees that a log-in comes back to the browser it began in.',
        kept: 'Until you close the browser.',
      },
      seb_lang: { what: 'Remembers the language you have chosen.', kept: 'A year.' },
      seb_husket: {
        what: 'Remembers the log-in you ticked to be remembered.',
        kept: 'A year, or until you forget it.',
      },
      seb_sidst: { what: 'Shows the log-in you used last at the top.', kept: 'A year.' },
      seb_invitation: { what: 'Holds on to an invitation while you log in.', kept: 'An hour.' },
      seb_enrolment: { what: 'Opens the enrolment you are filling in.', kept: 'Eight hours.' },
      seb_enrolment_sign: { what: 'Holds on to an enrolment while you log in to sign it.', kept: 'An hour.' },
    },
    prefix: 'In the browser the name begins with __Host-. It means that no other site can read or write it.',
    remembered: {
      title: 'Do you want us to forget?',
      text: 'You can see and forget the log-ins we remember at {remembered}. All cookies can be deleted in your browser; you must then log in again.',
    },
    why: 'All of them are needed for what you ask of the page. That is why we do not ask for consent first.',
  },
}
