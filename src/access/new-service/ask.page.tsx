/** "Søg om adgang til …": which roles, for how many, and what for. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { ChoicesField, Field, LinesField, Save, TextField, type Wrong } from '../management/fields.tsx'
import { ceilingField } from '../management/grants/grant-terms.ts'
import type { GrantableService } from '../management/grants/grantable.store.ts'
import { grantsText } from '../management/grants/text.ts'
import { askForServicePath, newServicePaths } from './new-service-paths.ts'
import { WrongSummary } from './request-parts.tsx'
import { longestWhy, type TypedRequest } from './service-request.ts'
import { newServiceText } from './text.ts'

export type AskForServicePageProps = {
  readonly frame: AdminFrame
  readonly service: GrantableService
  readonly formId: string
  readonly typed: TypedRequest
  readonly wrong: Wrong
}

export function AskForServicePage({ frame, service, formId, typed, wrong }: AskForServicePageProps) {
  const { language } = frame.shell
  const text = newServiceText[language]
  const roles = service.roles.filter(({ state }) => state === 'active')
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.form.title, { service: language === 'da' ? service.nameDa : service.nameEn })}
      lead={text.form.lead}
      breadcrumb={[
        { name: text.title, href: newServicePaths.own },
        { name: text.choose.title, href: newServicePaths.choose },
      ]}
    >
      <WrongSummary title={text.mistakesTitle} wrong={wrong} />
      <form class="seb-form" method="post" action={askForServicePath(service.id)}>
        <input type="hidden" name="id" value={formId} />
        <ChoicesField
          id="roller"
          label={text.form.whichRoles}
          kind="radio"
          choices={[
            { value: 'alle', name: text.form.allRoles },
            ...(roles.length > 0 ? [{ value: 'nogle', name: text.form.someRoles }] : []),
          ]}
          chosen={[typed.roles]}
          wrong={wrong}
        />
        {roles.length > 0 && (
          <ChoicesField
            id="rolle"
            label={text.form.role}
            kind="checkbox"
            choices={roles.map(({ id, nameDa, nameEn }) => ({ value: id, name: language === 'da' ? nameDa : nameEn }))}
            chosen={typed.roleIds}
            wrong={wrong}
          />
        )}
        <TextField
          id="antal"
          label={text.form.people}
          hint={text.form.peopleHint}
          value={typed.people}
          longest={12}
          wrong={wrong}
        />
        {service.scopeKinds.length > 0 && (
          <>
            <h2>{text.form.ceilings}</h2>
            <p class="quiet">{text.form.ceilingsHint}</p>
            {service.scopeKinds.map((kind) => (
              <LinesField
                id={ceilingField(kind)}
                label={grantsText[language].scopes[kind]}
                values={typed.ceilings[kind] ?? []}
                wrong={wrong}
              />
            ))}
          </>
        )}
        <Field id="begrundelse" label={text.form.why} hint={text.form.whyHint} wrong={wrong}>
          <textarea
            class="form-input"
            id="begrundelse"
            name="begrundelse"
            rows={4}
            maxlength={longestWhy}
            aria-describedby="begrundelse-fejl"
          >
            {typed.why}
          </textarea>
        </Field>
        <Save language={language} button={text.form.send} back={newServicePaths.own} />
      </form>
    </AdminLayout>
  )
}
