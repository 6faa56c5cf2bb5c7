/** What the roles of a bundle apply to, in words. */
import { fillText } from '../../../web/fill.ts'
import { formatList } from '../../../web/format.ts'
import type { Language } from '../../../web/languages.ts'
import type { Right } from '../../roles/rights.store.ts'
import { namedNumber, type UnitNumbers } from '../assign/unit-numbers.ts'
import { type BundleDifference, type BundlePart, partValues } from './bundle.ts'
import { bundleHoldersCounted } from './bundles.store.ts'
import { bundlesText } from './text.ts'

/** As the bundle says it: `medarbejderens enhed`, a value by name, or that one is missing. */
export function partWords(part: BundlePart, units: readonly UnitNumbers[], language: Language): string {
  const text = bundlesText[language]
  const words = part.role.scopes.flatMap((scope) => {
    const values = partValues(part, scope.key)
    const name = language === 'da' ? scope.nameDa : scope.nameEn
    if (values === 'unit') return [`${name}: ${text.unitOf}`]
    if (values.length > 0)
      return [`${name}: ${values.map((value) => namedNumber(units, scope.kind, value)).join(', ')}`]
    return scope.required ? [`${name}: ${text.missingValue}`] : []
  })
  return words.join('; ') || text.everything
}

/** As it is for one employee. */
export function valueWords(
  { role }: Pick<BundlePart, 'role'>,
  scopes: Readonly<Record<string, readonly string[]>>,
  units: readonly UnitNumbers[],
  language: Language,
): string {
  const text = bundlesText[language]
  const words = role.scopes.flatMap(({ key, kind, required }) => {
    const values = (Object.hasOwn(scopes, key) && scopes[key]) || []
    if (values.length === 0) return required ? [text.missingValue] : []
    return values.map((value) => namedNumber(units, kind, value))
  })
  return words.join(', ') || text.everything
}

export function roleName(role: { nameDa: string; nameEn: string }, language: Language): string {
  return language === 'da' ? role.nameDa : role.nameEn
}

/** How somebody differs from the bundle, a sentence each; empty where they do not. */
export function differenceWords({ missing, changed, extra }: BundleDifference, language: Language): string[] {
  const text = bundlesText[language]
  const ofRight = ({ assignment }: Right) => roleName(assignment.role, language)
  const sentences: [string, string[]][] = [
    [text.missing, missing.map(({ part }) => roleName(part.role, language))],
    [text.changed, changed.map(({ right }) => ofRight(right))],
    [text.extra, extra.map(ofRight)],
  ]
  return sentences.flatMap(([sentence, roles]) =>
    roles.length > 0 ? [fillText(sentence, { roles: formatList(roles, language) })] : [],
  )
}

/** `500`, or `over 500` where nobody counted further. */
export function holdersWords(count: number, language: Language): string {
  const number = new Intl.NumberFormat(language)
  if (count <= bundleHoldersCounted) return number.format(count)
  return fillText(bundlesText[language].moreThan, { count: number.format(bundleHoldersCounted) })
}
