/** What one wants mail about, when, and in which language: the same fields where one subscribes and where one changes it. */
import { ChoicesField, SelectField, type Wrong } from '../../access/management/fields.tsx'
import { type Language, languages } from '../../web/languages.ts'
import type { StatusPart } from '../part.ts'
import { everyLocal, paces } from './subscription.ts'
import { subscribeText } from './text.ts'
import type { TypedChoices } from './typed-choices.ts'

export type ChoicesFieldsProps = {
  readonly language: Language
  readonly parts: readonly StatusPart[]
  readonly typed: TypedChoices
  readonly wrong: Wrong
}

export function ChoicesFields({ language, parts, typed, wrong }: ChoicesFieldsProps) {
  const text = subscribeText[language]
  const named = (some: readonly StatusPart[]) => some.map(({ key, name }) => ({ value: key, name: name[language] }))
  const locals = parts.filter(({ kind }) => kind === 'local')
  return (
    <>
      <ChoicesField
        id="om"
        label={text.about}
        kind="radio"
        choices={[
          { value: 'alt', name: text.everything },
          { value: 'valgte', name: text.chosen },
        ]}
        chosen={[typed.everything ? 'alt' : 'valgte']}
        wrong={wrong}
      />
      <ChoicesField
        id="dele"
        label={text.parts}
        kind="checkbox"
        choices={named(parts.filter(({ kind }) => kind !== 'local'))}
        chosen={typed.parts}
        wrong={wrong}
      />
      {locals.length > 0 && (
        <SelectField
          id="lokal"
          label={text.local}
          hint={text.localHint}
          value={typed.local}
          none={text.noLocal}
          choices={[{ value: everyLocal, name: text.everyLocal }, ...named(locals)]}
          wrong={wrong}
        />
      )}
      <ChoicesField
        id="tempo"
        label={text.pace}
        kind="radio"
        choices={paces.map((pace) => ({ value: pace, name: text.paces[pace] }))}
        chosen={[typed.pace]}
        wrong={wrong}
      />
      <ChoicesField
        id="sprog"
        label={text.language}
        kind="radio"
        choices={languages.map((one) => ({ value: one, name: text.languages[one] }))}
        chosen={[typed.language]}
        wrong={wrong}
      />
    </>
  )
}
