/** The form of a grant: which roles, which ceilings, from when and until when. For one organisation, a kind, or a change. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { ChoicesField, LinesField, Meanwhile, Mistakes, Save, TextField, type Wrong } from '../fields.tsx'
import { managementText } from '../text.ts'
import { ceilingField, type TypedGrant } from './grant-terms.ts'
import type { GrantableService } from './grantable.store.ts'
import { grantsText } from './text.ts'

export type GrantFormPageProps = {
  readonly frame: AdminFrame
  readonly title: string
  readonly breadcrumb: readonly { readonly name: string; readonly href: string }[]
  readonly service: GrantableService
  readonly action: string
  readonly back: string
  /** What the form carries besides: which form it is, and what it was filled from. */
  readonly carried: readonly (readonly [string, string])[]
  readonly typed: TypedGrant
  readonly wrong: Wrong
  readonly stands: readonly (readonly [string, string])[]
}

export function GrantFormPage(props: GrantFormPageProps) {
  const { frame, title, breadcrumb, service, action, back, carried, typed, wrong, stands } = props
  const { language } = frame.shell
  const text = grantsText[language]
  const shared = managementText[language]
  const states = { retired: text.retired, draft: text.draft }
  return (
    <AdminLayout {...frame} title={title} breadcrumb={breadcrumb}>
      <Mistakes language={language} wrong={wrong} />
      <Meanwhile language={language} stands={stands} />
      <form class="seb-form" method="post" action={action}>
        {carried.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ChoicesField
          id="roller"
          label={text.whichRoles}
          kind="radio"
          choices={[
            { value: 'alle', name: text.allRoles },
            { value: 'nogle', name: text.someRoles },
          ]}
          chosen={[typed.roles]}
          wrong={wrong}
        />
        {service.roles.length > 0 && (
          <ChoicesField
            id="rolle"
            label={text.role}
            kind="checkbox"
            choices={service.roles
              .filter(({ id, state }) => state !== 'retired' || typed.roleIds.includes(id))
              .map(({ id, nameDa, nameEn, state }) => ({
                value: id,
                name: language === 'da' ? nameDa : nameEn,
                ...(state === 'active' ? {} : { hint: states[state] }),
              }))}
            chosen={typed.roleIds}
            wrong={wrong}
          />
        )}
        {service.scopeKinds.length > 0 && (
          <>
            <h2>{text.ceilings}</h2>
            <p class="quiet">{text.ceilingsHint}</p>
            {service.scopeKinds.map((kind) => (
              <LinesField
                id={ceilingField(kind)}
                label={text.scopes[kind]}
                values={typed.ceilings[kind] ?? []}
                wrong={wrong}
              />
            ))}
          </>
        )}
        <div class="seb-dates">
          <TextField id="fra" label={shared.from} type="date" value={typed.from} wrong={wrong} />
          <TextField
            id="til"
            label={shared.until}
            hint={text.untilHint}
            type="date"
            value={typed.until}
            wrong={wrong}
          />
        </div>
        <Save language={language} button={text.seeEffect} back={back} />
      </form>
    </AdminLayout>
  )
}
