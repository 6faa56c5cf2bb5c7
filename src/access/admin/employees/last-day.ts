/** An end is the first moment without access; people are told the last day with it. */
export function lastDay(end: Date): Date {
  return new Date(end.getTime() - 1)
}
