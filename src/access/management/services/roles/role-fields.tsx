/** The fields of a role and of its data scopes, with what was typed and the mistakes in it. */
import { assuranceLevels } from '../../../../base/assurance.ts'
import { scopeKinds } from '../../../../services/role-document.ts'
import { fillText } from '../../../../web/fill.ts'
import type { Language } from '../../../../web/languages.ts'
import { changesText } from '../changes/text.ts'
import { type FieldMistakes, SelectField, TextArea, TextField, TickField } from '../form/fields.tsx'
import { servicesText } from '../text.ts'
import { privilegeScopes, type RoleMistakes, scopeField, type TypedRole, type TypedScope } from './read-role.ts'
import { rolesText } from './text.ts'

type RoleFieldsProps = {
  readonly language: Language
  readonly typed: TypedRole
  readonly mistakes: FieldMistakes
}

export function RoleFields({ language, typed, mistakes }: RoleFieldsProps) {
  const text = rolesText[language]
  const { assurances } = servicesText[language]
  return (
    <>
      <TextField id="navn-da" label={text.nameDa} value={typed['navn-da']} mistakes={mistakes} />
      <TextField id="navn-en" label={text.nameEn} value={typed['navn-en']} mistakes={mistakes} />
      <TextArea
        id="beskrivelse-da"
        label={text.descriptionDa}
        hint={text.descriptionHint}
        value={typed['beskrivelse-da']}
        rows={3}
        mistakes={mistakes}
      />
      <TextArea
        id="beskrivelse-en"
        label={text.descriptionEn}
        value={typed['beskrivelse-en']}
        rows={3}
        mistakes={mistakes}
      />
      <TextArea
        id="rettigheder"
        label={text.privileges}
        hint={text.privilegesHint}
        value={typed.rettigheder}
        rows={3}
        mistakes={mistakes}
      />
      <SelectField
        id="gaelder"
        label={text.privilegeScope}
        value={typed.gaelder}
        choices={privilegeScopes.map((scope) => [scope, changesText[language].privilegeScopes[scope]] as const)}
        mistakes={mistakes}
      />
      <SelectField
        id="niveau"
        label={text.lowestAssurance}
        value={typed.niveau}
        choices={assuranceLevels.map((level) => [level, assurances[level]] as const)}
        mistakes={mistakes}
      />
      <TextArea
        id="autorisationer"
        label={text.education}
        hint={text.educationHint}
        value={typed.autorisationer}
        rows={2}
        mistakes={mistakes}
      />
      <TextField
        id="varighed"
        label={text.longestDays}
        hint={text.longestDaysHint}
        value={typed.varighed}
        mistakes={mistakes}
      />
      <TextField
        id="noed"
        label={text.emergencyHours}
        hint={text.emergencyHoursHint}
        value={typed.noed}
        mistakes={mistakes}
      />
      <TickField
        id="art"
        legend={text.nature}
        mistakes={mistakes}
        ticks={[
          { id: 'foelsom', label: text.sensitive, checked: typed.foelsom },
          { id: 'anmodes', label: text.requestable, checked: typed.anmodes },
        ]}
      />
      <h2>{text.scopes}</h2>
      <p class="quiet">{text.scopesHint}</p>
      <input type="hidden" name="omfang-antal" value={String(typed.scopes.length)} />
      {typed.scopes.map((scope, index) => (
        <ScopeFields {...{ language, mistakes, scope, index }} />
      ))}
    </>
  )
}

type ScopeFieldsProps = Omit<RoleFieldsProps, 'typed'> & { readonly scope: TypedScope; readonly index: number }

function ScopeFields({ language, mistakes, scope, index }: ScopeFieldsProps) {
  const text = rolesText[language]
  const id = (name: Parameters<typeof scopeField>[1]) => scopeField(index, name)
  return (
    <fieldset class="seb-scope">
      <legend>{fillText(text.scope, { number: index + 1 })}</legend>
      <TextField id={id('noegle')} label={text.scopeKey} value={scope.noegle} mistakes={mistakes} />
      <SelectField
        id={id('slags')}
        label={text.scopeKind}
        value={scope.slags}
        choices={scopeKinds.map((kind) => [kind, changesText[language].scopeKinds[kind]] as const)}
        mistakes={mistakes}
      />
      <TextField id={id('navn-da')} label={text.nameDa} value={scope['navn-da']} mistakes={mistakes} />
      <TextField id={id('navn-en')} label={text.nameEn} value={scope['navn-en']} mistakes={mistakes} />
      <TickField
        id={`omfang-${index}-art`}
        legend={text.nature}
        mistakes={mistakes}
        ticks={[
          { id: id('kraeves'), label: text.scopeRequired, checked: scope.kraeves },
          { id: id('flere'), label: text.scopeMany, checked: scope.flere },
        ]}
      />
      <TextArea
        id={id('vaerdier')}
        label={text.scopeValues}
        hint={text.scopeValuesHint}
        value={scope.vaerdier}
        rows={3}
        mistakes={mistakes}
      />
      <TextField
        id={id('moenster')}
        label={text.pattern}
        hint={text.patternHint}
        value={scope.moenster}
        mistakes={mistakes}
      />
      <TextField
        id={id('begraensning')}
        label={text.constraint}
        hint={text.constraintHint}
        value={scope.begraensning}
        mistakes={mistakes}
      />
      <div class="form-group-checkbox">
        <input class="form-checkbox" type="checkbox" id={id('fjern')} name={id('fjern')} value="1" />
        <label class="form-label" for={id('fjern')}>
          {text.scopeRemove}
        </label>
      </div>
    </fieldset>
  )
}

/** The sentence for each mistake, with the name of its field; data scopes with their number. */
export function roleMistakesInWords(mistakes: RoleMistakes, language: Language): Record<string, string> {
  const text = rolesText[language]
  return Object.fromEntries(
    Object.entries(mistakes).map(([field, mistake]) => [
      field,
      fillText(text.mistakes[mistake], { field: labelOf(field, language) }),
    ]),
  )
}

function labelOf(field: string, language: Language): string {
  const text = rolesText[language]
  const labels: Readonly<Record<string, string>> = {
    noegle: text.key,
    'navn-da': text.nameDa,
    'navn-en': text.nameEn,
    'beskrivelse-da': text.descriptionDa,
    'beskrivelse-en': text.descriptionEn,
    rettigheder: text.privileges,
    autorisationer: text.education,
    varighed: text.longestDays,
    noed: text.emergencyHours,
    vaerdier: text.scopeValues,
    moenster: text.pattern,
    begraensning: text.constraint,
  }
  const [, number, name = field] = /^omfang-(\d+)-(.+)$/.exec(field) ?? []
  const label = labels[name] ?? name
  return number === undefined ? label : `${fillText(text.scope, { number: Number(number) + 1 })}, ${label}`
}
