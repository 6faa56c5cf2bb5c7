/** The words of the administration, English. */
import type { AdminText } from './text.da.ts'

export const en: AdminText = {
  capacities: {
    employee: 'employee',
    administrator: 'user administrator',
    'chief-administrator': 'chief user administrator',
    'security-officer': 'security officer',
    signatory: 'authorised signatory',
    'system-management': 'system management',
    'service-desk': 'service desk',
    'service-owner': 'service owner',
    auditor: 'auditor',
  },
  standIn: '{capacity}, standing in for {name}',
  wholeSeb: 'all of SEB',
  unknownPerson: {
    title: 'SEB does not know you yet',
    lead: 'Your log-in works, but no organisation in SEB has an account for you.',
    next: 'The user administrator at your workplace creates your account, and you can ask for it here. If you have several log-ins, log out and try another.',
    requests: 'If you have asked, see how far it is',
    ask: 'Ask to be created',
    logOut: 'Log out',
    help: 'Help',
  },
  outsideHours: {
    title: 'Your account does not hold right now',
    lead: 'Your account at {organisation} holds only {hours}.',
    opens: 'You can log in again on {when}.',
    next: 'If you need SEB at other times, talk to the user administrator at your workplace. If you have several log-ins, log out and try another.',
  },
  choose: {
    title: 'Whom do you act for?',
    lead: 'You act for one at a time. It is shown at the top of every page, and you can always change.',
    now: 'This is what you act as now',
  },
}
