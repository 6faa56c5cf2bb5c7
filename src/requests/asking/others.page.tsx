/** "Hvem beder du på vegne af?": those who are ticked stay ticked while one searches for more. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { askPaths } from '../request-paths.ts'
import { NothingFound } from './choose-parts.tsx'
import { mostOthers } from './for-others.ts'
import { askText } from './text.ts'

export type OthersPageProps = {
  readonly frame: AdminFrame
  readonly chosen: readonly { readonly accountId: string; readonly name: string }[]
  readonly others: readonly { readonly id: string; readonly name: string; readonly unitName: string | null }[]
  readonly further: boolean
  readonly searched: string
  readonly mistake: 'nobody' | 'too-many' | null
  readonly formId: string
}

export function OthersPage({ frame, chosen, others, further, searched, mistake, formId }: OthersPageProps) {
  const text = askText[frame.shell.language]
  return (
    <AdminLayout
      {...frame}
      title={text.others.title}
      lead={text.others.lead}
      breadcrumb={[{ name: text.title, href: askPaths.start }]}
    >
      {mistake && (
        <div class="seb-mistakes" role="alert">
          <a href="#medarbejdere">{fillText(text.others.mistakes[mistake], { most: mostOthers })}</a>
        </div>
      )}
      <form method="get" action={askPaths.forOthers}>
        <input type="hidden" name="id" value={formId} />
        <div class="seb-filters">
          <div>
            <label class="form-label" for="soeg">
              {text.others.search}
            </label>
            <input class="form-input" type="search" id="soeg" name="soeg" value={searched} />
          </div>
          <button class="button button-secondary" type="submit">
            {text.search}
          </button>
        </div>
        <fieldset class="seb-field" id="medarbejdere">
          <legend>{text.others.employees}</legend>
          {chosen.map(({ accountId, name }) => (
            <Person id={accountId} name={name} unit={null} ticked={true} />
          ))}
          {others.map(({ id, name, unitName }) => (
            <Person id={id} name={name} unit={unitName} ticked={false} />
          ))}
        </fieldset>
        {others.length === 0 && searched !== '' && <NothingFound frame={frame} searched={searched} />}
        {further && <p class="quiet">{text.others.further}</p>}
        <div class="seb-actions">
          <button class="button button-primary" type="submit" formmethod="post">
            {text.others.next}
          </button>
        </div>
      </form>
    </AdminLayout>
  )
}

function Person({ id, name, unit, ticked }: { id: string; name: string; unit: string | null; ticked: boolean }) {
  return (
    <div class="form-group-checkbox">
      <input class="form-checkbox" type="checkbox" id={`k-${id}`} name="konto" value={id} checked={ticked} />
      <label class="form-label" for={`k-${id}`}>
        {unit === null ? name : `${name}, ${unit}`}
      </label>
    </div>
  )
}
