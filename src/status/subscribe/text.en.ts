/** The words about mails with messages, English. */
import type { SubscribeText } from './text.da.ts'

export const en: SubscribeText = {
  title: 'Get operational messages by mail',
  lead: 'You get a mail when something is unstable, when it works again, and when a service window is coming.',
  address: 'Your mail address',
  addressHint: 'We send nothing until you have pressed the link in a mail to the address.',
  about: 'What do you want to be told about?',
  everything: 'All of it',
  chosen: 'Only what I choose here',
  parts: 'Parts of SEB, and services',
  local: 'Local log-in',
  localHint: 'The log-in of a municipality or region. You are then not told about other local log-ins.',
  noLocal: 'None',
  everyLocal: 'All local log-ins',
  pace: 'When?',
  paces: { 'at-once': 'At once', daily: 'Gathered every morning at 7' },
  language: 'Language of the mails',
  languages: { da: 'Danish', en: 'English' },
  ask: 'Subscribe',
  keptTitle: 'What SEB keeps',
  kept: 'Your mail address and your choices, for as long as you subscribe. The address is encrypted and used for operational messages only. It is deleted when you unsubscribe, or after 7 days if you do not say yes.',
  wrong: {
    address: 'Write a mail address, such as name@clinic.dk.',
    parts: 'Choose at least one part or a local log-in, or choose "All of it".',
  },
  asked: {
    title: 'Look in your mail',
    lead: 'We have written to the address, if it can get mail from us. Press the link in the mail to say yes.',
    not: 'No mail? Look among unwanted mail. An address gets one mail a day at most, so try again tomorrow.',
  },
  confirm: {
    title: 'Do you want operational messages by mail?',
    lead: 'You do not subscribe yet. Look at your choices, and say yes.',
    button: 'Yes, send me operational messages',
    not: 'If you did not ask for it, you need do nothing. The address is deleted within 7 days.',
  },
  change: {
    title: 'Your operational messages by mail',
    lead: 'You subscribe. Here you can change what you get, or unsubscribe.',
    button: 'Save',
    end: 'Unsubscribe',
    endHint: 'We then delete your address, and you get no more mails.',
  },
  done: { tilmeldt: 'You subscribe.', gemt: 'Your choices are saved.' },
  ended: {
    title: 'You have unsubscribed',
    lead: 'We have deleted your address. A mail that was already on its way may still arrive.',
  },
  toEnd: {
    title: 'Unsubscribe from operational messages?',
    lead: 'We then delete your address, and you get no more mails.',
    button: 'Unsubscribe',
    change: 'Change what you get instead',
  },
  gone: {
    title: 'The link does not work',
    lead: 'The subscription is no longer there, or the link is not all of the link in the mail. You can subscribe again.',
  },
  again: 'Subscribe again',
  mail: {
    confirm: {
      subject: 'Say yes to operational messages from SEB',
      asked: 'Somebody has asked for operational messages about SEB to be sent to this address.',
      link: 'See what you say yes to',
      not: 'If it was not you, you need do nothing. Without your yes we send no operational messages, and the address is deleted within 7 days.',
      why: 'You get this mail because the address was written on SEB’s operational status.',
    },
    already: {
      subject: 'You already get operational messages from SEB',
      asked:
        'Somebody has asked for operational messages to this address, and it subscribes already. Nothing has been changed.',
      link: 'Change what you get',
      why: 'You get this mail because the address was written on SEB’s operational status.',
    },
    told: {
      state: '{state}: {parts}',
      from: 'From {from} to {until}.',
      updated: 'Updated: {updated}. Created: {created}.',
      link: 'See the message on the operational status',
      subjectDaily: 'Operational messages from SEB: {count}',
      subjectDailyOne: 'Operational message from SEB: {title}',
      leadDaily: 'This has happened since the last gathering:',
      linkDaily: 'See the operational status',
      why: 'You get this mail because you subscribe to operational messages from SEB. Change or unsubscribe: {address}',
    },
  },
}
