/** For tests of texts: the same places, such as `{service}`, in both languages. */
import assert from 'node:assert/strict'
import { placesIn } from '../../src/web/fill.ts'

type Texts = { readonly [name: string]: string | Texts }

/** Fails where a sentence in one language has places that its sister does not. */
export function assertSamePlaces(danish: Texts, english: Texts, path = ''): void {
  for (const [name, text] of Object.entries(danish)) {
    const sister = english[name]
    if (typeof text === 'string' && typeof sister === 'string') {
      assert.deepEqual(
        [...new Set(placesIn(text).map((place) => place.toLowerCase()))].sort(),
        [...new Set(placesIn(sister).map((place) => place.toLowerCase()))].sort(),
        `${path}${name}`,
      )
    } else if (typeof text === 'object' && typeof sister === 'object') {
      assertSamePlaces(text, sister, `${path}${name}.`)
    } else {
      assert.fail(`${path}${name} is not of the same kind in both languages`)
    }
  }
}
