/** The words of asking for access, English. */
import type { AskText } from './text.da.ts'

export const en: AskText = {
  menu: 'Ask for access',
  section: 'Yourself',
  newcomer: 'new user',
  title: 'Ask for access',
  lead: 'Your request goes to the user administrator of {organisation}. You can follow it, and you are told when it is decided.',
  ways: {
    title: 'What do you need?',
    newHere: 'I am new in {organisation}',
    newHereHint: 'You will be created with the log-in you have just used, and can ask for your first role at once.',
    more: 'I need more access',
    moreHint: 'One more role in a service, or a role that applies to more.',
    waiting: 'You have asked to be created',
    follow: 'See how far it is, and who answers.',
    waitingHint: 'You can ask for more roles while you wait. They have effect once you are created.',
    lose: 'I have a role I do not need any more',
    loseHint: 'Find the role under My access, and ask to have it removed.',
    others: 'I am asking on behalf of employees',
    othersHint: 'For what you may not give yourself: one request for each employee.',
    newElsewhere: 'I am new in another organisation',
    newElsewhereHint:
      'You have an account in {organisation}. If you are new in another organisation, log out, and log in on its behalf. Then you can ask to be created there.',
    hasAccountElsewhere: 'I have an account and need more access',
    hasAccountElsewhereHint:
      'With the log-in you have just used, {organisation} does not know you. If you have another log-in at work, log out, and try with that.',
    logOut: 'Log out',
  },
  drafts: {
    title: 'Drafts',
    lead: 'Only you can see them. They are deleted after 30 days.',
    what: 'Draft',
    saved: 'Saved',
    resume: 'Continue',
    remove: 'Delete',
    unnamed: 'Not chosen yet',
  },
  step: 'Step {step} of {steps}',
  search: 'Search',
  searchFor: { unit: 'Search for a unit', service: 'Search for a service', role: 'Search for a role' },
  noneFound: 'Nothing matches “{text}”',
  noneFoundNext: 'Try with fewer letters.',
  further: 'There are more. Search to find yours.',
  unit: {
    title: 'Where do you work?',
    lead: 'Choose the unit of {organisation} that you belong to. Then we can show what your colleagues have.',
    under: 'Under {unit}',
  },
  service: {
    title: 'Which service?',
    lead: 'These are the services {organisation} has access to, in which one can ask for a role.',
    onlyAccount: 'I only need to be created',
    onlyAccountHint: 'Without a role for now. You can always ask for one later.',
    empty: 'There is nothing to ask for here',
    emptyNext:
      'None of the services of {organisation} have roles that can be asked for in SEB. Talk to your user administrator.',
  },
  role: {
    title: 'Which role in {service}?',
    lead: 'What your colleagues have comes first.',
    recommended: 'Often used where you are',
    all: 'All roles that can be asked for',
    others: 'Other roles',
    colleagues: '{count} of {total} colleagues in {unit} have it',
    bundles: 'Is part of {bundles}',
    empty: 'There are no roles to ask for in {service}',
    emptyNext: 'Choose another service, or talk to your user administrator.',
  },
  need: {
    title: 'What should it apply to, and why?',
    accountTitle: 'Why should you be created?',
    accountOnlyLead: 'The user administrator of {organisation} sees what you write.',
    reason: 'What do you need it for?',
    accountReason: 'What will you be doing?',
    reasonHint: 'One sentence is enough. Whoever decides reads it. Do not write CPR numbers.',
    email: 'Your mail address at work',
    emailHint: 'You are told here when there is an answer. Can be left out.',
    toCheck: 'On to check',
    fails: 'Something is missing or must be corrected',
    mistakes: {
      'reason-missing': 'Write in one sentence what you need the access for',
      'reason-too-long': 'Write at most {most} characters. There are {length} here',
      'reason-cpr':
        'There seems to be a CPR number in the text. Take it out: the text is read by others and kept in the log',
      'email-wrong': 'This does not look like a mail address, such as anna@clinic.dk',
      'already-held': 'You have the role already, with exactly what you have chosen. You will find it under My access',
    },
  },
  others: {
    title: 'On whose behalf are you asking?',
    lead: 'For services in which you may not give roles yourself. Each employee gets a request of their own, and another administrator decides it.',
    search: 'Search for a name',
    employees: 'Employees',
    further: 'There are more. Search to find them; those you have ticked stay.',
    next: 'On to the service',
    mistakes: {
      nobody: 'Tick at least one employee',
      'too-many': 'Choose at most {most} at a time',
    },
  },
  lose: {
    title: 'You do not need the role any more',
    lead: '{role} in {service}. Your user administrator will remove it. Until then it still holds.',
    reason: 'Why not?',
    reasonHint: 'One sentence is enough, for instance that you have changed department. Do not write CPR numbers.',
    reasonMissing: 'Write in one sentence why you do not need the role any more',
    send: 'Ask to have it removed',
    keep: 'Keep the role',
  },
  gone: {
    service:
      'The service you had chosen cannot be used in {organisation} any more. What you have written is kept. Choose another.',
    role: 'The role you had chosen cannot be asked for any more. What you have written is kept. Choose another.',
    unit: 'The unit you had chosen has been closed. What you have written is kept. Choose another.',
    unknownService:
      'Access to the service you came from cannot be asked for here: {organisation} does not have it, or none of its roles can be asked for. Your user administrator can help you.',
  },
  check: {
    title: 'Check and send',
    lead: 'Read it through. When you send it, the user administrator is told.',
    who: 'For',
    organisation: 'Organisation',
    unit: 'Unit',
    noUnit: 'Not chosen',
    service: 'Service',
    role: 'Role',
    noRole: 'Only an account',
    appliesTo: 'Applies to',
    everything: 'The whole organisation',
    period: 'Period',
    reason: 'Reason',
    email: 'Answer to',
    noEmail: 'Only in SEB',
    edit: 'Change',
    send: 'Send request',
    sendSeveral: 'Send {count} requests',
    remove: 'Delete the draft',
    told: {
      'too-many':
        'You have many requests waiting for an answer. Withdraw those you do not need, and you can send this one. It is kept as a draft.',
      'not-known-again':
        'Your log-in has nothing by which we could know you again. Log in with MitID Erhverv, and send the request from there.',
      contradicted:
        'Something in your log-in belongs to somebody else in SEB. Call the service desk, and we will find out. What you have written is kept.',
    },
  },
  hindered: {
    'not-taken': {
      title: '{organisation} takes no requests in SEB',
      what: 'Talk to your user administrator about how to ask for access where you work.',
    },
    suspended: {
      title: 'Your account in {organisation} is suspended',
      what: 'While it is suspended, you cannot ask for more. Your user administrator can open it. If you have written something, it is kept.',
    },
    over: {
      title: 'Your account in {organisation} has expired',
      what: 'Your user administrator can extend it. If you have written something, it is kept.',
    },
  },
  noOrganisation: {
    title: 'Log in on behalf of your work',
    private:
      'You are logged in as a private person, and no organisation knows you that way. Log out, and log in with MitID Erhverv or with the log-in of your workplace.',
    unknown:
      'The organisation you are logged in for is not in SEB. It must be enrolled before anybody can have access on its behalf. Call the service desk, or try with another log-in.',
    logOut: 'Log out',
  },
}
