/**
 * Cuts Det Fælles Designsystem's stylesheet down to the parts SEB uses: 215 kB becomes 14, so that a thin client reads
 * only what it shows. Rules for bare elements stay; rules for classes stay when every class in the selector is listed.
 */

/** The minified stylesheet without fonts, animations and rules for classes that `keeps` says no to. */
export function pruneStylesheet(css: string, keeps: (className: string) => boolean): string {
  let kept = ''
  let at = 0
  for (let open = css.indexOf('{', at); open !== -1; open = css.indexOf('{', at)) {
    const prelude = css.slice(at, open)
    const end = endOfBlock(css, open)
    const body = css.slice(open + 1, end)
    at = end + 1
    if (/^@(media|supports)/.test(prelude)) {
      const inner = pruneStylesheet(body, keeps)
      if (inner) kept += `${prelude}{${inner}}`
    } else if (!prelude.startsWith('@')) {
      const selectors = splitSelectors(prelude).filter((selector) => classesOf(selector).every(keeps))
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`
    }
  }
  return kept
}

/** The names of the classes a selector or a stylesheet mentions. */
export function classesOf(css: string): string[] {
  return [...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name = '']) => name)
}

function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++
    else if (css[at] === '}' && --depth === 0) return at
  }
  return css.length
}

/** Splits at the commas that are not inside `:not(…)` or `[…]`. */
function splitSelectors(prelude: string): string[] {
  const selectors = ['']
  let depth = 0
  for (const character of prelude) {
    if (character === '(' || character === '[') depth++
    if (character === ')' || character === ']') depth--
    if (character === ',' && depth === 0) selectors.push('')
    else selectors[selectors.length - 1] += character
  }
  return selectors
}
