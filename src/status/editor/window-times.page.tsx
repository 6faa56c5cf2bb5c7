/** The first step of a service window: when. The text is written from it. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { Mistakes, Save, type Wrong } from '../../access/management/fields.tsx'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { editorPaths } from './editor-paths.ts'
import { MomentFields } from './moment-fields.tsx'
import { editorText } from './text.ts'

export type WindowTimesPageProps = {
  readonly frame: AdminFrame
  readonly begins: { readonly day: string; readonly time: string }
  readonly ends: { readonly day: string; readonly time: string }
  readonly wrong: Wrong
}

export function WindowTimesPage({ frame, begins, ends, wrong }: WindowTimesPageProps) {
  const { language } = frame.shell
  const text = editorText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.whenTitle}
      lead={text.whenLead}
      breadcrumb={[{ name: text.title, href: editorPaths.list }]}
    >
      <Mistakes language={language} wrong={wrong} />
      <form class="seb-form" method="get" action={editorPaths.new}>
        <input type="hidden" name="slags" value="window" />
        <MomentFields id="begynder" label={text.begins} time={text.time} typed={begins} wrong={wrong} />
        <MomentFields id="slutter" label={text.ends} time={text.time} typed={ends} wrong={wrong} />
        <Save language={language} button={text.go} back={editorPaths.list} />
      </form>
    </AdminLayout>
  )
}
