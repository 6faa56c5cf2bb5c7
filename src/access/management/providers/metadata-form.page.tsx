/** Where metadata is pasted, a file chosen, or an address given: for a new identity provider, and for one that is there. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { Field, Mistakes, Save, TextField, type Wrong } from '../fields.tsx'
import { managementPaths } from '../management-paths.ts'
import type { MetadataSource } from './metadata-source.ts'
import { providersText } from './text.ts'

export type MetadataFormPageProps = {
  readonly frame: AdminFrame
  readonly title: string
  readonly lead: string
  /** The provider it is of; null for a new one. */
  readonly provider: { readonly name: string; readonly href: string } | null
  readonly action: string
  readonly newId: string
  readonly source: MetadataSource
  readonly wrong: Wrong
}

export function MetadataFormPage(props: MetadataFormPageProps) {
  const { frame, title, lead, provider, action, newId, source, wrong } = props
  const { language } = frame.shell
  const text = providersText[language]
  const list = { name: text.title, href: managementPaths.providers }
  return (
    <AdminLayout {...frame} title={title} lead={lead} breadcrumb={provider ? [list, provider] : [list]}>
      <Mistakes language={language} wrong={wrong} />
      <form class="seb-form" method="post" action={action} enctype="multipart/form-data">
        <input type="hidden" name="id" value={newId} />
        <input type="hidden" name="trin" value="laes" />
        <Field id="metadata" label={text.metadata} hint={text.metadataHint} wrong={wrong}>
          <textarea class="form-input" id="metadata" name="metadata" rows={10} aria-describedby="metadata-fejl">
            {source.xml}
          </textarea>
        </Field>
        <Field id="fil" label={text.file} wrong={wrong}>
          <input class="form-input" type="file" id="fil" name="fil" accept=".xml,application/xml,text/xml" />
        </Field>
        <TextField
          id="adresse"
          label={text.address}
          hint={text.addressHint}
          type="url"
          value={source.address}
          longest={2000}
          wrong={wrong}
        />
        <TextField
          id="entityid"
          label={text.whichEntity}
          hint={text.whichEntityHint}
          value={source.entityId}
          longest={1024}
          wrong={wrong}
        />
        <Save language={language} button={text.read} back={provider?.href ?? managementPaths.providers} />
      </form>
    </AdminLayout>
  )
}
