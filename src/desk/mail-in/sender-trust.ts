/**
 * Whether a mail is from whom it says. Anybody may write anything after `From:`; what our own mail server found out stands in
 * `Authentication-Results`, under its own name, and it takes away what others wrote in that name. (RFC 8601 §5)
 */

/** `unknown`: nobody has looked. */
export type Trust = 'verified' | 'unknown' | 'failed'

export function trustOf(results: readonly string[], authority: string | null): Trust {
  if (authority === null) return 'unknown'
  const own = results.filter((result) => authorityOf(result) === authority.toLowerCase())
  const dmarc = own.flatMap((result) => /\bdmarc\s*=\s*([a-z]+)/i.exec(result)?.[1]?.toLowerCase() ?? [])
  // Two that disagree are one too many.
  if (dmarc.includes('fail')) return 'failed'
  if (dmarc.includes('pass')) return 'verified'
  const spf = own.some((result) => /\bspf\s*=\s*(fail|softfail)/i.test(result))
  const dkim = own.some((result) => /\bdkim\s*=\s*pass/i.test(result))
  return spf && !dkim ? 'failed' : 'unknown'
}

function authorityOf(result: string): string {
  return (result.split(';')[0] ?? '').trim().split(/\s+/)[0]?.toLowerCase() ?? ''
}
