/** Checks signed heads one after the other: signature, key, and that each follows from the one before. */
import { type Head, headHash, isSigned, type SignedHead } from './head.ts'

export interface HeadCheck {
  /** What is wrong with the next head, in words that follow "head 7". */
  check(signed: SignedHead, head: Head): string[]
}

/**
 * `trusted` are the keys that may sign. One that a trusted head announced may sign the heads after it. `from` is where
 * the heads begin: those of the database with number 1, those of a file wherever it begins.
 */
export function createHeadCheck(trusted: readonly string[], from: 'first' | 'anywhere'): HeadCheck {
  const keys = new Set(trusted)
  let before: { text: string; head: Head } | null = null
  return {
    check: (signed, head) => {
      const wrong: string[] = []
      const expected = before ? before.head.number + 1 : from === 'first' ? 1 : head.number
      if (head.number !== expected) wrong.push(`comes where head ${expected} should`)
      else if (before ? head.previous !== headHash(before.text) : from === 'first' && head.previous !== null)
        wrong.push('does not follow from the head before it')
      if (!isSigned(signed)) wrong.push('is not signed by the key it names')
      else if (!keys.has(head.key)) wrong.push('is signed with a key that is not SEB’s')
      else if (head.next !== null) keys.add(head.next)
      before = { text: signed.text, head }
      return wrong
    },
  }
}
