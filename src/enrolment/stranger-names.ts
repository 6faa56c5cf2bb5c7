/**
 * Names that somebody without a log-in typed go into mails to addresses that they typed too: SEB is not to carry anybody's links to
 * people who never asked for them.
 */
import type { TypedOrganisation } from './typed-enrolment.ts'

/** A person is called nothing that a mail program makes a link of. */
export function isPersonName(text: string): boolean {
  return text !== '' && !/[/:@\\]/.test(text) && !hasWebAddress(text)
}

/** What the organisation is called in a mail: there are those that are called as their web site, and they have a number too. */
export function organisationInMail({ name, cvr }: Pick<TypedOrganisation, 'name' | 'cvr'>): string {
  return hasWebAddress(name) ? `CVR ${cvr}` : name
}

function hasWebAddress(text: string): boolean {
  return /:\/\/|@|\bwww\.|[\p{L}\p{N}-]{3,}\.[a-z]{2,}|\.[a-z]{2,}\//iu.test(text)
}
