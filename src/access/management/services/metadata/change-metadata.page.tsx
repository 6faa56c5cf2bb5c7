/** "Nyt metadata": what was pasted is read and held against what is registered before anything is saved or asked for. */
import type { MetadataFinding } from '../../../../services/metadata-reading.ts'
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import { ChangeTable } from '../changes/change-table.tsx'
import type { Conflict, FieldChange } from '../changes/field-changes.ts'
import { ReasonField } from '../changes/reason-field.tsx'
import type { ChangeWords } from '../changes/value-in-words.ts'
import { crumbsOf } from '../facts/facts-form.page.tsx'
import { type FieldMistakes, MistakeSummary } from '../form/fields.tsx'
import type { Place } from '../place.ts'
import { below } from '../services-paths.ts'
import { Findings } from './findings.tsx'
import { MetadataFields } from './metadata-fields.tsx'
import { metadataText } from './text.ts'

export type ChangeMetadataPageProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
  /** Where it is fetched from today. */
  readonly address: string | null
  /** Chosen when the form is shown: sent twice, it is one request. */
  readonly id: string
  readonly metadata: string
  readonly findings: readonly MetadataFinding[] | null
  /** What would change; null until it has been read without a fault. */
  readonly changes: readonly (FieldChange | Conflict)[] | null
  readonly words: ChangeWords
  /** Whether it is asked for, and the reason that was typed. */
  readonly asks: boolean
  readonly reason: string
  /** What the change was shown against. */
  readonly shown: string
  readonly mistakes: FieldMistakes
}

export function ChangeMetadataPage(props: ChangeMetadataPageProps) {
  const { frame, place, service, address, id, metadata, findings, changes, asks, reason, mistakes } = props
  const { language } = frame.shell
  const text = metadataText[language]
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.changeTitle, { service })}
      lead={text.changeLead}
      breadcrumb={crumbsOf(place, service, language)}
    >
      <MistakeSummary title={asks ? text.notSent : text.mistakes} mistakes={mistakes} />
      {address && <p>{fillText(text.fetchedToday, { address })}</p>}
      {findings && <Findings shell={frame.shell} findings={findings} />}
      {changes && <ChangeTable shell={frame.shell} changes={changes} words={props.words} />}
      <form
        class="seb-form seb-after"
        method="post"
        action={below.metadata(place.base)}
        enctype="multipart/form-data"
        id="set"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="set" value={props.shown} />
        {changes && asks && <ReasonField language={language} value={reason} mistakes={mistakes} />}
        {changes && (
          <p class="seb-actions">
            <button class="button button-primary" type="submit" name="trin" value="gem">
              {asks ? text.ask : text.save}
            </button>
            <a href={place.base}>{text.cancel}</a>
          </p>
        )}
        <MetadataFields {...{ language, metadata, mistakes }} />
        <p class="seb-actions">
          <button
            class={`button ${changes ? 'button-secondary' : 'button-primary'}`}
            type="submit"
            name="trin"
            value="tjek"
          >
            {changes ? text.again : text.check}
          </button>
          {!changes && <a href={place.base}>{text.cancel}</a>}
        </p>
      </form>
    </AdminLayout>
  )
}
