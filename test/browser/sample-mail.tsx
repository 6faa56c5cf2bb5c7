/** Mails that did not arrive, with sample data that goes to extremes. Everything is made up. */
import { MailTroublePage } from '../../src/access/management/mail/mail.page.tsx'
import { noticeBook } from '../../src/notice-book.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const at = new Date('2026-11-24T08:00:00Z')
const answer =
  '550 5.1.1 … no such user here, please look at https://mail.example/help-with-addresses-that-do-not-exist'

/** By name, for the gallery. */
export const mailPages: Record<string, GalleryPage> = {
  'management-mail': (shell) => (
    <MailTroublePage
      frame={sampleFrame(shell)}
      book={noticeBook}
      mails={[
        { id: 'a', kind: 'invitation.sent', organisation: longName, at, attempts: 1, dueAt: null, answer },
        {
          id: 'b',
          kind: 'organisation.without-chief',
          organisation: 'Vesterfjord Kommune',
          at,
          attempts: 5,
          dueAt: at,
          answer: 'connect ECONNREFUSED',
        },
        { id: 'd', kind: 'role.given', organisation: null, at, attempts: 2, dueAt: at, answer: '452 full' },
        {
          id: 'c',
          kind: 'a-kind.with-a-name-that-nobody-has-found-words-for',
          organisation: null,
          at,
          attempts: 2,
          dueAt: at,
          answer: '452 full',
        },
      ]}
    />
  ),
  'management-mail-none': (shell) => <MailTroublePage frame={sampleFrame(shell)} mails={[]} book={noticeBook} />,
}
