/** What can be wrong when a bundle is given or brought up to date: with the whole of it, or with one of its roles. */
import { fillText } from '../../../web/fill.ts'
import type { Language } from '../../../web/languages.ts'
import type { Limits } from '../../capacities/capacity.ts'
import type { Conflict } from '../../conflicts/find-conflicts.ts'
import { sayConflict } from '../../conflicts/say-conflict.ts'
import type { AssignmentMistake } from '../assign/check-assignment.ts'
import { assignText } from '../assign/text.ts'
import type { SaidMistake } from '../form-field.tsx'
import { roleName } from './part-words.ts'
import { bundlesText } from './text.ts'

export interface BundleMistake {
  /** Null: the whole bundle. */
  part: { role: { id: string; nameDa: string; nameEn: string } } | null
  /** The field it is about; null where it is about a role, or the bundle. */
  field: string | null
  mistake: AssignmentMistake | 'part-not-given' | 'bundle-held' | 'bundle-changed' | 'bundle-empty' | 'part-conflict'
  /** The longest the role may last, where that is what is wrong. */
  days: number
  /** What the role does not go with, and what of it the administrator may be told of. */
  conflict?: { found: Conflict; limits: Limits }
}

export const partField = (roleId: string) => `del-${roleId}`

/** What nobody can mend in a field is said where the roles stand. */
export const rolesField = 'roller-i-pakken'

export function sayBundleMistake(
  { part, field, mistake, days, conflict }: BundleMistake,
  language: Language,
): SaidMistake {
  const own: Readonly<Partial<Record<BundleMistake['mistake'], string>>> = bundlesText[language].mistakes
  const words: Readonly<Partial<Record<BundleMistake['mistake'], string>>> = assignText[language].mistakes
  const sentence = conflict
    ? sayConflict(conflict.found, conflict.limits, language)
    : fillText(own[mistake] ?? words[mistake] ?? '', { days })
  if (field) return { field, sentence }
  if (!part) return { field: rolesField, sentence }
  return {
    field: partField(part.role.id),
    sentence: `${roleName(part.role, language)}: ${sentence}`,
  }
}
