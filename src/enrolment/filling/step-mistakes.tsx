/** What must be corrected, each a link to its field: of a step it is saved all the same. */
import { isWrong, type Wrong } from '../../access/management/fields.tsx'
import type { Language } from '../../web/languages.ts'
import { fillingText } from './text.ts'

type StepMistakesProps = { readonly language: Language; readonly wrong: Wrong; readonly title?: string }

export function StepMistakes({ language, wrong, title = fillingText[language].notYet }: StepMistakesProps) {
  if (!isWrong(wrong)) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{title}</h2>
      <ul>
        {Object.entries(wrong).map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
