/**
 * Whether a mail is from whom it says. Anybody may write anything after `From:`; what our own mail server found out stands in
 * `Authentication-Results`, under its own name, and it takes away what others wrote in that name. (RFC 8601 §5)
 */

/** `unknown`: nobody has looked. */
export type Trust = 'verified' | 'unknown' | 'failed'

export function trustOf(results: readonly string[], authority: string | null): Trust {
  if (authority === null) return 'unknown'
  const own = results.map(readResults).filter((result) => result.authority === authority.toLowerCase())
  const of = (method: string) => own.flatMap(({ found }) => found.filter((one) => one.method === method))
  const dmarc = of('dmarc').map(({ result }) => result)
  // Two that disagree are one too many.
  if (dmarc.includes('fail')) return 'failed'
  if (dmarc.length > 0 && dmarc.every((result) => result === 'pass')) return 'verified'
  const spf = of('spf').some(({ result }) => result === 'fail' || result === 'softfail')
  const dkim = of('dkim').some(({ result }) => result === 'pass')
  return spf && !dkim ? 'failed' : 'unknown'
}

/** Who found out, and what by which method (RFC 8601 §2.2). Of each part only how it begins: the rest quotes what the sender wrote. */
function readResults(header: string): { authority: string; found: { method: string; result: string }[] } {
  const [authority = '', ...parts] = withoutAsides(header).split(';')
  const found = parts.flatMap((part) => {
    const [, method, result] = /^\s*([a-z][a-z0-9-]*)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)(?!\S)/i.exec(part) ?? []
    return method && result ? [{ method: method.toLowerCase(), result: result.toLowerCase() }] : []
  })
  return { authority: authority.trim().split(/\s+/)[0]?.toLowerCase() ?? '', found }
}

/** Without comments and quoted strings: a sender’s address may stand there, with anything in it. */
function withoutAsides(header: string): string {
  let kept = ''
  let quoted = false
  let depth = 0
  for (let at = 0; at < header.length; at += 1) {
    const letter = header[at] ?? ''
    if (letter === '\\') at += 1
    else if (letter === '"') quoted = !quoted
    else if (quoted) continue
    else if (letter === '(') depth += 1
    else if (letter === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += letter
  }
  return kept
}
