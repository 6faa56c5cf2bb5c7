/** "Nødadgang": what happens, one sentence, and one button. */
import { Mistakes, ScopeField } from '../../access/admin/assign/assign-fields.tsx'
import type { AssignableRole } from '../../access/admin/assign/assignable-roles.store.ts'
import type { FieldMistake, TypedAssignment } from '../../access/admin/assign/check-assignment.ts'
import type { UnitNumbers } from '../../access/admin/assign/unit-numbers.ts'
import { FormField, MistakeSummary, type SaidMistake } from '../../access/admin/form-field.tsx'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import { emergencyPaths } from '../emergency-paths.ts'
import { emergencyText } from '../text.ts'

export type TakePageProps = {
  readonly frame: AdminFrame
  readonly service: { readonly key: string; readonly da: string; readonly en: string }
  readonly assignable: AssignableRole
  readonly units: readonly UnitNumbers[]
  readonly organisation: string
  readonly until: Date
  readonly formId: string
  readonly refusal: string | null
  readonly typed: TypedAssignment
  readonly scopeMistakes: readonly FieldMistake[]
  readonly mistakes: readonly SaidMistake[]
}

export function TakePage(props: TakePageProps) {
  const { frame, service, assignable, units, organisation, until, formId, refusal, typed } = props
  const { shell } = frame
  const { language } = shell
  const text = emergencyText[language].take
  const role = language === 'da' ? assignable.role.nameDa : assignable.role.nameEn
  return (
    <AdminLayout {...frame} title={fillText(text.title, { service: service[language] })} lead={text.lead}>
      <MistakeSummary title={text.fails} mistakes={props.mistakes} />
      <Mistakes shell={shell} assignable={assignable} mistakes={props.scopeMistakes} />
      <div class="seb-callout seb-callout--warn">
        <h2>{text.happens}</h2>
        <ul>
          <li>{fillText(text.until, { role, until: formatDateTime(until, language) })}</li>
          <li>{fillText(text.told, { organisation })}</li>
          <li>{text.judged}</li>
          <li>{text.logged}</li>
        </ul>
      </div>
      <form class="seb-form" method="post" action={emergencyPaths.take}>
        <input type="hidden" name="id" value={formId} />
        <input type="hidden" name="tjeneste" value={service.key} />
        <input type="hidden" name="rolle" value={assignable.role.id} />
        {refusal && <input type="hidden" name="afvist" value={refusal} />}
        {assignable.role.scopes.map((scope) => (
          <ScopeField {...{ shell, assignable, units, typed, scope, mistakes: props.scopeMistakes }} />
        ))}
        <FormField id="begrundelse" label={text.reason} hint={text.reasonHint} mistakes={props.mistakes}>
          <textarea class="form-input" id="begrundelse" name="begrundelse" rows={3} aria-describedby="begrundelse-fejl">
            {typed.reason}
          </textarea>
        </FormField>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.now}
          </button>
          <a class="seb-hit" href={minePaths.ask}>
            {text.back}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
