/** The words of "Beskeder", English. */
import type { MyNoticesText } from './text.da.ts'

export const en: MyNoticesText = {
  title: 'Messages',
  lead: 'What SEB has told you, the newest first.',
  settings: 'Choose what you get mail about',
  allRead: 'Mark all as read',
  fresh: 'New',
  markRead: 'Mark as read',
  markReadWhat: ': {subject}',
  read: 'Read {time}',
  only: 'Shows only: {topic}.',
  all: 'Show all messages',
  none: 'You have no messages.',
  noneNext:
    'Here it says when your access is changed, when something waits for you, and when something ends. What matters most also comes as mail.',
  unknown: {
    subject: 'Something has happened at {organisation}',
    body: 'The message is from an earlier version of SEB.',
    link: 'Go on',
  },
  turn: {
    title: 'Change whom you act for',
    lead: 'The message is to you as {capacity} at {for}. Just now you act for {now}.',
    go: 'Act for {for} and go on',
    back: 'To your messages',
  },
  choose: {
    title: 'What you get mail about',
    lead: 'Everything can always be read under Messages. Here you choose what also comes as mail when you are {capacity}.',
    where: 'The choice holds for {for}. If you act for others as well, you choose for each.',
    address: 'Mail is sent to {email}.',
    noAddress: 'SEB does not know your mail address, so you get no mail. Ask your user administrator to write it.',
    refused: 'The last mail to you did not arrive. Ask your user administrator to correct your mail address.',
    mandatory: 'What you must know at once, such as emergency access and security, is always sent.',
    noneForbidden: '{organisation} has decided that the least you get is one mail in the morning.',
    audiences: {
      employee: 'Yourself',
      administrator: 'As an administrator',
      staff: 'Your work with SEB',
    },
    deliveries: {
      'at-once': 'At once',
      digest: 'Gathered in one mail at 07:00',
      none: 'No mail',
    },
    save: 'Save choices',
    saved: 'Your choices are saved.',
    cancel: 'Cancel',
    mistake: { title: 'Something has to be put right', none: 'Choose one of the ways for “{topic}”.' },
  },
  organisation: {
    title: 'For all of {organisation}',
    allowed: 'Your employees may choose to get no mail at all. They can still read everything here in SEB.',
    notAllowed: 'The least your employees get is one mail in the morning when something has happened.',
    allow: 'Let them choose no mail',
    forbid: 'Let them always get a mail',
  },
}
