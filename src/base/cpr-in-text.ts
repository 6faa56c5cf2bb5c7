/**
 * Takes CPR numbers out of what people write in their own words: a reason stands in the audit for years, is shown to others and
 * goes out in mails. (Domain model, invariant 10)
 */

/** Six digits that can be a date of birth, or of a replacement number, and four more; not within a longer number. */
const cprInText = /(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{2}[-–\s]?\d{4}(?!\d)/gu

export function hasCprNumber(text: string): boolean {
  return text.search(cprInText) !== -1
}

/** What stands where one was taken out. */
export const cprTakenOut = '[CPR]'

export function withoutCprNumbers(text: string): string {
  return text.replace(cprInText, cprTakenOut)
}
