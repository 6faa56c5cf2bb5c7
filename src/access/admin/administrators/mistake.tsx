/** Why a form about an administrator was not saved, above it. */
import type { Language } from '../../../web/languages.ts'
import { administratorsText } from './text.ts'

export type MistakeKey = keyof (typeof administratorsText)['da']['mistakes']

type MistakeProps = {
  readonly language: Language
  readonly mistake: MistakeKey
  /** The id of the field it is about; null where there is none. */
  readonly field: string | null
}

export function Mistake({ language, mistake, field }: MistakeProps) {
  const text = administratorsText[language]
  return (
    <div class="seb-mistakes" role="alert" aria-labelledby="ikke-gemt">
      <h2 id="ikke-gemt">{text.mistakesTitle}</h2>
      <p>{field ? <a href={`#${field}`}>{text.mistakes[mistake]}</a> : text.mistakes[mistake]}</p>
    </div>
  )
}
