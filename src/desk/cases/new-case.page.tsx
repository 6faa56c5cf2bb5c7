/** "Opret sag": for those who call. */

import { type CaseKind, caseKinds } from '../../access/admin/case-port.ts'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { Field, Mistakes, Save, SelectField, TextField, type Wrong } from '../../access/management/fields.tsx'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { casesPaths } from './cases-paths.ts'
import { casesText } from './text.ts'

export interface TypedNewCase {
  subject: string
  words: string
  kind: CaseKind
  name: string
  phone: string
  email: string
  cvr: string
  reference: string
}

export type NewCasePageProps = {
  readonly frame: AdminFrame
  readonly typed: TypedNewCase
  readonly wrong: Wrong
  readonly formId: string
}

export function NewCasePage({ frame, typed, wrong, formId }: NewCasePageProps) {
  const { language } = frame.shell
  const text = casesText[language]
  const field = (id: string, label: string, value: string) => ({ id, label, value, wrong })
  return (
    <AdminLayout
      {...frame}
      title={text.new.title}
      lead={text.new.lead}
      breadcrumb={[
        { name: text.overview.title, href: casesPaths.overview },
        { name: text.title, href: casesPaths.list },
      ]}
    >
      <Mistakes language={language} wrong={wrong} />
      <form class="seb-form" method="post" action={casesPaths.new}>
        <input type="hidden" name="id" value={formId} />
        <TextField {...field('emne', text.new.subject, typed.subject)} longest={200} />
        <Field id="besked" label={text.new.words} wrong={wrong}>
          <textarea class="form-input" id="besked" name="besked" rows={6} aria-describedby="besked-fejl">
            {typed.words}
          </textarea>
        </Field>
        <SelectField
          {...field('slags', text.new.kind, typed.kind)}
          choices={caseKinds.map((kind) => ({ value: kind, name: text.kinds[kind] }))}
        />
        <TextField {...field('navn', text.new.name, typed.name)} longest={100} />
        <TextField {...field('telefon', text.new.phone, typed.phone)} longest={40} />
        <TextField {...field('mail', text.new.mail, typed.email)} type="email" />
        <TextField {...field('cvr', text.new.cvr, typed.cvr)} longest={20} />
        <TextField {...field('reference', text.new.reference, typed.reference)} longest={20} />
        <Save language={language} button={text.new.save} back={casesPaths.list} />
      </form>
    </AdminLayout>
  )
}
