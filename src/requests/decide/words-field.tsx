/** Where somebody who decides writes in their own words, with what is wrong with them. */
import { FormField } from '../../access/admin/form-field.tsx'
import { fillText } from '../../web/fill.ts'
import type { Language } from '../../web/languages.ts'
import type { Shell } from '../../web/shell.ts'
import { decideText } from './text.ts'
import { longestWords, type WordsMistake, wordsField } from './typed-words.ts'

type WordsFieldProps = {
  readonly shell: Shell
  readonly label: string
  readonly hint: string
  readonly words: string
  readonly mistake: WordsMistake | null
  /** Whom the words are to. */
  readonly name: string
}

export function WordsField({ shell, label, hint, words, mistake, name }: WordsFieldProps) {
  return (
    <FormField
      id={wordsField}
      label={label}
      hint={hint}
      mistakes={mistake ? [saidOf(mistake, { language: shell.language, words, name })] : []}
    >
      <textarea class="form-input" id={wordsField} name={wordsField} rows={4} aria-describedby={`${wordsField}-fejl`}>
        {words}
      </textarea>
    </FormField>
  )
}

export function saidOf(
  mistake: WordsMistake,
  { language, words, name }: { language: Language; words: string; name: string },
) {
  const sentence = fillText(decideText[language].mistakes[mistake], { most: longestWords, count: words.length, name })
  return { field: wordsField, sentence }
}
