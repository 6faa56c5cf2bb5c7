/** What an absence may be, whoever writes it down: a form or a document. Pure. */
interface Absence {
  validFrom: Date
  /** The instant after the last day. */
  validUntil: Date
}

/** Whoever is away longer than this is not away but gone. */
const longestDays = 366

export function isTooLong({ validFrom, validUntil }: Absence): boolean {
  return validUntil.getTime() - validFrom.getTime() > longestDays * 86_400_000
}

/** Nobody has two who step in for them at once. */
export function overlap(one: Absence, other: Absence): boolean {
  return other.validFrom < one.validUntil && one.validFrom < other.validUntil
}
