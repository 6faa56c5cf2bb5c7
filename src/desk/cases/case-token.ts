/** How a mail says which case it is about: in its subject, and in the address that answers go to. */

const readable = '0-9A-HJKMNP-TV-Z'
const inSubject = new RegExp(`\\[SEB[ -]?([${readable}]{4}) ?([${readable}]{4})\\]`, 'i')
const anywhere = new RegExp(`(?<![0-9a-z])(?=([${readable}]{4})[\\s-]?([${readable}]{4})(?![0-9a-z]))`, 'gi')
const inAddress = new RegExp(`^[^@+]+\\+([${readable}]{8})@`, 'i')

/** `[SEB 4F7K92QD] Vi kender ikke vores administrator`. */
export function subjectOf(reference: string, subject: string): string {
  return `[SEB ${reference}] ${subject.replace(inSubject, '').trim()}`
}

/** `seb+4F7K92QD@sundhed.example`, where such mail is received; else the desk’s own address, and the subject is what is left. */
export function answerAddress(desk: { mail: string; caseMail: string | null }, reference: string): string {
  if (desk.caseMail === null) return desk.mail
  const at = desk.caseMail.lastIndexOf('@')
  return `${desk.caseMail.slice(0, at)}+${reference}${desk.caseMail.slice(at)}`
}

/** The case that a mail names; null: none. */
export function referenceIn({ subject, to }: { subject: string; to: readonly string[] }): string | null {
  for (const address of to) {
    const [, reference] = inAddress.exec(address) ?? []
    if (reference) return reference.toUpperCase()
  }
  const [, first, second] = inSubject.exec(subject) ?? []
  return first && second ? (first + second).toUpperCase() : null
}

const mostReferences = 5

/** What may be reference numbers of anything in SEB: `Underskrevet tilmelding, SEB 4F7K 92QD`. */
export function referencesIn(subject: string): string[] {
  const found = [...subject.matchAll(anywhere)].map(([, first = '', second = '']) => (first + second).toUpperCase())
  return found.slice(0, mostReferences)
}
