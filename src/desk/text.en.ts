/** The words of the service desk, English. */
import type { DeskText } from './text.da.ts'

export const en: DeskText = {
  contact: {
    title: 'Contact',
    lead: 'Everything about SEB goes through the service desk.',
    phone: {
      title: 'Call',
      hours: 'Telephone hours: {hours}. Closed on public holidays.',
    },
    mail: {
      title: 'Write',
      hours: 'We read mail {hours}.',
      subject: 'Write SEB in the subject line.',
      phone: 'Give a telephone number where we can reach you.',
      cvr: 'If it is about your organisation, write its CVR number in the subject line too.',
      cpr: 'Never write CPR numbers or anything about patients in a mail.',
    },
    onCall: {
      title: 'Outside opening hours',
      who: 'The on-call telephone only takes breakdowns of systems that are part of treating patients: {services}.',
      call: 'On call: {phone}',
      else: 'Everything else waits until the service desk opens.',
    },
    first: {
      title: 'There is often a quicker way',
      status: 'Is something not working?',
      statusLink: 'See the operational status',
      access: 'Do you lack a role, or are you new? Your own user administrator gives access.',
      accessLink: 'Ask for access',
      guides: 'Do you want to know how something is done?',
      guidesLink: 'Read the guides',
      enrol: 'Is your organisation not in SEB yet?',
      enrolLink: 'Enrol the organisation',
    },
  },
}
