/** What an asker can do with a request that is open: answer a question, or withdraw it. */
import { FormField, MistakeSummary } from '../../access/admin/form-field.tsx'
import { fillText } from '../../web/fill.ts'
import type { Shell } from '../../web/shell.ts'
import { requestPath } from '../request-paths.ts'
import { mineText } from './text.ts'

export type AnswerMistake = keyof (typeof mineText)['da']['answer']['mistakes']

type AnswerFormProps = {
  readonly shell: Shell
  readonly id: string
  readonly typed: string
  readonly mistake: AnswerMistake | null
  readonly most: number
}

export function AnswerForm({ shell, id, typed, mistake, most }: AnswerFormProps) {
  const text = mineText[shell.language].answer
  const said = mistake
    ? [{ field: 'hvorfor', sentence: fillText(text.mistakes[mistake], { most, length: typed.length }) }]
    : []
  return (
    <section class="seb-block">
      <h2>{text.title}</h2>
      <MistakeSummary title={text.fails} mistakes={said} />
      <form class="seb-form" method="post" action={requestPath(id, 'svar')}>
        <FormField id="hvorfor" label={text.label} hint={text.hint} mistakes={said}>
          <textarea class="form-input" id="hvorfor" name="hvorfor" rows={3} aria-describedby="hvorfor-fejl">
            {typed}
          </textarea>
        </FormField>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.button}
          </button>
        </div>
      </form>
    </section>
  )
}

export function WithdrawForm({ shell, id }: { readonly shell: Shell; readonly id: string }) {
  const text = mineText[shell.language].withdraw
  return (
    <section class="seb-block">
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      <form method="post" action={requestPath(id, 'traek-tilbage')}>
        <div class="seb-actions">
          <button class="button button-secondary" type="submit">
            {text.button}
          </button>
        </div>
      </form>
    </section>
  )
}
