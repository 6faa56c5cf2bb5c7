/** Tells which rule of the database a change would have broken. */

/** The name of the constraint; null when the error is another. (PostgreSQL's class 23, integrity constraint violation) */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('23')) return null
  return 'constraint' in error ? String(error.constraint) : 'unnamed'
}
