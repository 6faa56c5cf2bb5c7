/** What a button on the page of a case means: the deed with its words, or what is wrong with what was typed. */
import { isWrong, type Wrong } from '../../access/management/fields.tsx'
import type { Language } from '../../web/languages.ts'
import { anotherCandidate, steps } from './case-deeds.tsx'
import type { CasePageFacts } from './read-case-page.ts'
import { type TypedInCase, wrongAnswer, wrongHandOver, wrongNote, wrongSorting } from './typed-in-case.ts'
import type { Work } from './work-case.ts'

type Meant = Pick<Work, 'deed' | 'words' | 'proof'>

/** Null: there is no such button. */
export function stepOf(
  step: string | null,
  {
    typed,
    facts,
    personId,
    language,
  }: { typed: TypedInCase; facts: CasePageFacts; personId: string; language: Language },
): Meant | { wrong: Wrong } | null {
  const unlessWrong = (wrong: Wrong, meant: Meant) => (isWrong(wrong) ? { wrong } : meant)
  const plainly = (deed: Meant['deed']): Meant => ({ deed, words: '' })
  switch (step) {
    case steps.write:
      return unlessWrong(wrongAnswer(typed, language), {
        deed: { kind: 'write', leaving: typed.leaving },
        words: typed.answer,
      })
    case steps.note:
      return unlessWrong(wrongNote(typed, language), { deed: { kind: 'note' }, words: typed.note })
    case steps.take:
      return plainly({ kind: 'assign', toPersonId: personId })
    case steps.release:
      return plainly({ kind: 'assign', toPersonId: null })
    case steps.hold:
      return plainly({ kind: 'hold' })
    case steps.resume:
      return plainly({ kind: 'resume' })
    case steps.resolve:
      return plainly({ kind: 'resolve' })
    case steps.reopen:
      return plainly({ kind: 'reopen' })
    case steps.sort:
      return unlessWrong(
        wrongSorting(typed, language),
        plainly({ kind: 'sort', priority: typed.priority, caseKind: typed.kind, cvr: typed.cvr || null }),
      )
    case steps.handOver:
      return handOver(typed, facts, language)
    default:
      return null
  }
}

function handOver(typed: TypedInCase, { organisation }: CasePageFacts, language: Language): Meant | { wrong: Wrong } {
  const candidates = organisation?.orphan?.candidates ?? []
  const ids = candidates.map(({ accountId }) => accountId)
  const wrong = wrongHandOver(typed, ids, language)
  if (isWrong(wrong)) return { wrong }
  const chosen = candidates.find(({ accountId }) => accountId === typed.candidate)
  const name = typed.candidate === anotherCandidate ? typed.otherName : (chosen?.name ?? '')
  return {
    deed: { kind: 'hand-over' },
    words: typed.handOver,
    proof: { name, accountId: chosen?.accountId ?? null, how: typed.proof },
  }
}
