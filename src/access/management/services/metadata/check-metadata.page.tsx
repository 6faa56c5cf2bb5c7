/** "Tjek mine metadata": paste or choose a file, and read what is wrong and what is good. Nothing is saved. */
import type { MetadataFinding } from '../../../../services/metadata-reading.ts'
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import type { AdminFrame } from '../../../admin/frame.ts'
import { crumbsOf } from '../facts/facts-form.page.tsx'
import { type FieldMistakes, MistakeSummary } from '../form/fields.tsx'
import type { Place } from '../place.ts'
import { below } from '../services-paths.ts'
import { Findings } from './findings.tsx'
import { MetadataFields } from './metadata-fields.tsx'
import { metadataText } from './text.ts'

export type CheckMetadataPageProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
  readonly metadata: string
  /** Null where nothing has been read. */
  readonly findings: readonly MetadataFinding[] | null
  readonly mistakes: FieldMistakes
}

export function CheckMetadataPage({ frame, place, service, metadata, findings, mistakes }: CheckMetadataPageProps) {
  const { language } = frame.shell
  const text = metadataText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.checkTitle}
      lead={text.checkLead}
      breadcrumb={crumbsOf(place, service, language)}
    >
      <MistakeSummary title={text.verdictBad} mistakes={mistakes} />
      {findings && <Findings shell={frame.shell} findings={findings} />}
      <form
        class="seb-form seb-after"
        method="post"
        action={below.checkMetadata(place.base)}
        enctype="multipart/form-data"
      >
        <MetadataFields {...{ language, metadata, mistakes }} />
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.check}
          </button>
          <a href={place.base}>{text.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}
