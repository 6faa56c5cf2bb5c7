/** Finds services by part of the name, above a list of them. */
import type { Language } from '../../../web/languages.ts'
import { managementText } from '../text.ts'
import { grantsText } from './text.ts'

type ServiceSearchProps = { readonly language: Language; readonly action: string; readonly query: string }

export function ServiceSearch({ language, action, query }: ServiceSearchProps) {
  return (
    <form class="seb-filters" method="get" action={action}>
      <div>
        <label class="form-label" for="soeg">
          {grantsText[language].search}
        </label>
        <input class="form-input" type="search" id="soeg" name="soeg" value={query} />
      </div>
      <button class="button button-secondary" type="submit">
        {managementText[language].show}
      </button>
    </form>
  )
}
