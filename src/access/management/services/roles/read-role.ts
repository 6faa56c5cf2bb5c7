/** Reads what was typed about a role and its data scopes, and says what is wrong with it, field by field. */
import { assuranceLevels } from '../../../../base/assurance.ts'
import { constraintNames, longestEmergencyHours, scopeKinds } from '../../../../services/role-document.ts'
import { type RoleScopeValues, type RoleValues, roleValues } from '../../../../services/role-values.ts'
import { longestPattern, longestValue, readScopePattern } from '../../../../services/scope-pattern.ts'
import type { FormFields } from '../../../../web/form.ts'
import { linesOf, type TextMistake, textMistake, typedText } from '../form/text-mistake.ts'

/** As typed; names are the fields'. */
export interface TypedScope {
  noegle: string
  slags: RoleScopeValues['kind']
  'navn-da': string
  'navn-en': string
  kraeves: boolean
  flere: boolean
  vaerdier: string
  moenster: string
  begraensning: string
}

export interface TypedRole {
  'navn-da': string
  'navn-en': string
  'beskrivelse-da': string
  'beskrivelse-en': string
  rettigheder: string
  gaelder: RoleValues['privilegeScope']
  niveau: RoleValues['lowestAssurance']
  autorisationer: string
  varighed: string
  noed: string
  foelsom: boolean
  anmodes: boolean
  scopes: readonly TypedScope[]
}

export type RoleMistake =
  | TextMistake
  | 'not-uri'
  | 'not-days'
  | 'not-hours'
  | 'not-code'
  | 'key-malformed'
  | 'key-taken'
  | 'values-missing'
  | 'constraint-missing'
  | 'pattern-syntax'
  | 'pattern-unsupported'
  | 'pattern-too-long'

export const mostScopes = 10
export const privilegeScopes = roleValues.shape.privilegeScope.options

export const scopeField = (index: number, name: keyof TypedScope | 'fjern') => `omfang-${index}-${name}`

export const emptyScope: TypedScope = {
  noegle: '',
  slags: 'sor',
  'navn-da': '',
  'navn-en': '',
  kraeves: true,
  flere: false,
  vaerdier: '',
  moenster: '',
  begraensning: '',
}

export const emptyRole: TypedRole = {
  'navn-da': '',
  'navn-en': '',
  'beskrivelse-da': '',
  'beskrivelse-en': '',
  rettigheder: '',
  gaelder: 'cvr',
  niveau: 'Substantial',
  autorisationer: '',
  varighed: '',
  noed: '',
  foelsom: false,
  anmodes: true,
  scopes: [],
}

export function roleAsTyped(values: RoleValues): TypedRole {
  return {
    'navn-da': values.nameDa,
    'navn-en': values.nameEn,
    'beskrivelse-da': values.descriptionDa,
    'beskrivelse-en': values.descriptionEn,
    rettigheder: values.privileges.join('\n'),
    gaelder: values.privilegeScope,
    niveau: values.lowestAssurance,
    autorisationer: values.requiredEducationCodes.join('\n'),
    varighed: values.longestDays === null ? '' : String(values.longestDays),
    noed: values.emergencyHours === null ? '' : String(values.emergencyHours),
    foelsom: values.sensitive,
    anmodes: values.requestable,
    scopes: values.scopes.map((scope) => ({
      noegle: scope.key,
      slags: scope.kind,
      'navn-da': scope.nameDa,
      'navn-en': scope.nameEn,
      kraeves: scope.required,
      flere: scope.many,
      vaerdier: scope.allowedValues?.join('\n') ?? '',
      moenster: scope.pattern ?? '',
      begraensning: scope.constraintName,
    })),
  }
}

/** Other fields than these are never looked at. Scopes that were left empty, or ticked away, are not there. */
export function readTypedRole(form: FormFields): TypedRole {
  const text = (name: string) => typedText(form, name)
  const count = Math.min(mostScopes, Math.max(0, Number.parseInt(form.get('omfang-antal') ?? '0', 10) || 0))
  return {
    'navn-da': text('navn-da'),
    'navn-en': text('navn-en'),
    'beskrivelse-da': text('beskrivelse-da'),
    'beskrivelse-en': text('beskrivelse-en'),
    rettigheder: text('rettigheder'),
    gaelder: among(privilegeScopes, form.get('gaelder')) ?? emptyRole.gaelder,
    niveau: among(assuranceLevels, form.get('niveau')) ?? emptyRole.niveau,
    autorisationer: text('autorisationer'),
    varighed: text('varighed'),
    noed: text('noed'),
    foelsom: form.get('foelsom') !== null,
    anmodes: form.get('anmodes') !== null,
    scopes: Array.from({ length: count }, (_, index) => index).flatMap((index) => {
      if (form.get(scopeField(index, 'fjern')) !== null) return []
      const scope: TypedScope = {
        noegle: text(scopeField(index, 'noegle')),
        slags: among(scopeKinds, form.get(scopeField(index, 'slags'))) ?? emptyScope.slags,
        'navn-da': text(scopeField(index, 'navn-da')),
        'navn-en': text(scopeField(index, 'navn-en')),
        kraeves: form.get(scopeField(index, 'kraeves')) !== null,
        flere: form.get(scopeField(index, 'flere')) !== null,
        vaerdier: text(scopeField(index, 'vaerdier')),
        moenster: text(scopeField(index, 'moenster')),
        begraensning: text(scopeField(index, 'begraensning')),
      }
      const filled = scope.noegle + scope['navn-da'] + scope['navn-en'] + scope.vaerdier + scope.moenster
      return filled === '' ? [] : [scope]
    }),
  }
}

function among<Choice extends string>(choices: readonly Choice[], value: string | null): Choice | null {
  return choices.find((choice) => choice === value) ?? null
}

export type RoleContent = Omit<RoleValues, 'status' | 'retiredAt' | 'replacedBy'>
export type RoleMistakes = Readonly<Record<string, RoleMistake>>

const keyPattern = /^[\p{L}\p{N}][\p{L}\p{N}._@:-]{0,127}$/u
const uriPattern = /^[a-z][a-z0-9+.-]*:\S+$/i

export function keyMistake(key: string): RoleMistake | null {
  if (key === '') return 'missing'
  return keyPattern.test(key) ? null : 'key-malformed'
}

export function checkRole(typed: TypedRole): { content: RoleContent; mistakes: RoleMistakes } {
  const mistakes: Record<string, RoleMistake> = {}
  const note = (field: string, mistake: RoleMistake | null) => {
    if (mistake) mistakes[field] ??= mistake
  }
  note('navn-da', textMistake(typed['navn-da'], { longest: 256 }))
  note('navn-en', textMistake(typed['navn-en'], { longest: 256 }))
  // Whoever gives the role chooses by this.
  note('beskrivelse-da', textMistake(typed['beskrivelse-da'], { longest: 1000 }))
  note('beskrivelse-en', textMistake(typed['beskrivelse-en'], { longest: 1000 }))
  const privileges = linesOf(typed.rettigheder)
  note('rettigheder', textMistake(typed.rettigheder, { longest: 10_000 }))
  if (!privileges.every((privilege) => uriPattern.test(privilege))) note('rettigheder', 'not-uri')
  const codes = linesOf(typed.autorisationer.replaceAll(/[,;\s]+/g, '\n'))
  if (!codes.every((code) => /^\d{4}$/.test(code))) note('autorisationer', 'not-code')
  const days = typed.varighed === '' ? null : Number(typed.varighed)
  if (days !== null && !(/^\d{1,5}$/.test(typed.varighed) && days > 0)) note('varighed', 'not-days')
  const hours = typed.noed === '' ? null : Number(typed.noed)
  if (hours !== null && !(/^\d{1,2}$/.test(typed.noed) && hours > 0 && hours <= longestEmergencyHours))
    note('noed', 'not-hours')
  const scopes = typed.scopes.map((scope, index) =>
    checkScope(scope, (name, mistake) => note(scopeField(index, name), mistake)),
  )
  for (const [index, { key }] of scopes.entries())
    if (scopes.findIndex((other) => other.key === key) < index) note(scopeField(index, 'noegle'), 'key-taken')
  return {
    content: {
      nameDa: typed['navn-da'],
      nameEn: typed['navn-en'],
      descriptionDa: typed['beskrivelse-da'],
      descriptionEn: typed['beskrivelse-en'],
      privileges,
      privilegeScope: typed.gaelder,
      sensitive: typed.foelsom,
      lowestAssurance: typed.niveau,
      requiredEducationCodes: codes,
      longestDays: days,
      emergencyHours: hours,
      requestable: typed.anmodes,
      scopes,
    },
    mistakes,
  }
}

function checkScope(
  typed: TypedScope,
  note: (name: keyof TypedScope, mistake: RoleMistake | null) => void,
): RoleScopeValues {
  note('noegle', keyMistake(typed.noegle))
  note('navn-da', textMistake(typed['navn-da'], { longest: 256 }))
  note('navn-en', textMistake(typed['navn-en'], { longest: 256 }))
  const isList = typed.slags === 'list'
  const values = linesOf(typed.vaerdier)
  if (isList && values.length === 0) note('vaerdier', 'values-missing')
  note('vaerdier', textMistake(typed.vaerdier, { longest: 10_000, needed: false }))
  if (values.some((value) => value.length > longestValue)) note('vaerdier', 'too-long')
  const pattern = typed.moenster === '' ? null : typed.moenster
  note('moenster', textMistake(typed.moenster, { longest: longestPattern, needed: false }))
  const reading = pattern === null ? null : readScopePattern(pattern)
  if (reading && !reading.ok) note('moenster', `pattern-${reading.mistake}`)
  const constraintName = typed.begraensning === '' ? (constraintNames[typed.slags] ?? '') : typed.begraensning
  if (constraintName === '') note('begraensning', 'constraint-missing')
  else if (!uriPattern.test(constraintName)) note('begraensning', 'not-uri')
  note('begraensning', textMistake(typed.begraensning, { longest: 500, needed: false }))
  return {
    key: typed.noegle,
    kind: typed.slags,
    nameDa: typed['navn-da'],
    nameEn: typed['navn-en'],
    required: typed.kraeves,
    many: typed.flere,
    allowedValues: values.length > 0 ? values : null,
    pattern,
    constraintName,
  }
}
