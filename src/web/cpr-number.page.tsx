/**
 * Somebody wrote a CPR number in their own words: the same form again with those fields to correct, and all else that was
 * sent carried along. It is the page for every form, so no form can forget it.
 */
import { hasCprNumber } from '../base/cpr-in-text.ts'
import { fillText } from './fill.ts'
import { isOwnWords } from './form.ts'
import { Layout } from './layout.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type CprNumberPageProps = {
  readonly shell: Shell
  /** All that was sent. */
  readonly fields: readonly (readonly [name: string, text: string])[]
  /** The fields of the files that were chosen; null for a form without. A browser will not choose them again by itself. */
  readonly files: readonly string[] | null
}

export function CprNumberPage({ shell, fields, files }: CprNumberPageProps) {
  const text = webText[shell.language].cprNumber
  const isWrong = ([name, value]: readonly [string, string]) => isOwnWords(name, value) && hasCprNumber(value)
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.what}</p>
      {/* Without an address it is sent where it was sent. */}
      <form class="seb-form" method="post" enctype={files ? 'multipart/form-data' : undefined}>
        {fields.map((field, at) =>
          isWrong(field) ? (
            <div class="seb-field seb-field--bad">
              <label class="form-label" for={`felt-${at}`}>
                {labelOf(field[0], text)}
              </label>
              <p class="seb-mistake" id={`felt-${at}-fejl`}>
                {text.one}
              </p>
              <textarea
                class="form-input"
                id={`felt-${at}`}
                name={field[0]}
                rows={3}
                aria-describedby={`felt-${at}-fejl`}
              >
                {field[1]}
              </textarea>
            </div>
          ) : (
            <input type="hidden" name={field[0]} value={field[1]} />
          ),
        )}
        {files?.map((name, at) => (
          <div class="seb-field">
            <label class="form-label" for={`fil-${at}`}>
              {text.file}
            </label>
            <input class="form-input" type="file" id={`fil-${at}`} name={name} />
          </div>
        ))}
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.send}
          </button>
        </div>
      </form>
    </Layout>
  )
}

/** By the words that fields are named with, such as `navn-en`. */
function labelOf(field: string, text: (typeof webText)['da']['cprNumber']): string {
  const parts = field.split('-')
  const [name = field] = parts.flatMap((part) =>
    Object.entries(text.names).flatMap(([key, value]) => (key === part ? [value] : [])),
  )
  const last = parts.at(-1)
  return last === 'da' || last === 'en' ? fillText(text.language, { name, language: text.languages[last] }) : name
}
