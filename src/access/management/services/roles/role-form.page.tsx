/** "Ny rolle" and "Ret rollen": everything about a role but its life. */
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import { ReasonField } from '../changes/reason-field.tsx'
import { crumbsOf } from '../facts/facts-form.page.tsx'
import { type FieldMistakes, MistakeSummary, TextField } from '../form/fields.tsx'
import type { Place } from '../place.ts'
import { below } from '../services-paths.ts'
import { mostScopes, type TypedRole } from './read-role.ts'
import { RoleFields } from './role-fields.tsx'
import { rolesText } from './text.ts'

export type RoleFormPageProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
  /** The role that is changed; null for a new one, which has a key to choose. */
  readonly about: { readonly id: string; readonly name: string } | null
  readonly roleKey: string
  /** Chosen when the form is shown: sent twice, it is one role or one request. */
  readonly id: string
  readonly typed: TypedRole
  readonly shown: string
  readonly asks: boolean
  readonly reason: string
  readonly mistakes: FieldMistakes
}

export function RoleFormPage(props: RoleFormPageProps) {
  const { frame, place, service, about: role, roleKey, id, typed, shown, asks, reason, mistakes } = props
  const { language } = frame.shell
  const text = rolesText[language]
  const address = role ? below.changeRole(place.base, role.id) : below.newRole(place.base)
  return (
    <AdminLayout
      {...frame}
      title={role ? fillText(text.changeTitle, { role: role.name }) : fillText(text.newTitle, { service })}
      lead={role ? undefined : text.newLead}
      breadcrumb={[
        ...crumbsOf(place, service, language),
        ...(role ? [{ name: role.name, href: below.role(place.base, role.id) }] : []),
      ]}
    >
      <MistakeSummary title={asks ? text.notSent : text.mistakesTitle} mistakes={mistakes} />
      <form class="seb-form" method="post" action={address} id="set">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="set" value={shown} />
        {!role && <TextField id="noegle" label={text.key} hint={text.keyHint} value={roleKey} mistakes={mistakes} />}
        <RoleFields {...{ language, typed, mistakes }} />
        {typed.scopes.length < mostScopes && (
          <p>
            <button class="button button-secondary" type="submit" name="trin" value="flere">
              {text.more}
            </button>
          </p>
        )}
        {asks && <ReasonField language={language} value={reason} mistakes={mistakes} />}
        <p class="seb-actions">
          <button class="button button-primary" type="submit" name="trin" value="gem">
            {asks ? text.ask : role ? text.save : text.saveDraft}
          </button>
          <a href={role ? below.role(place.base, role.id) : place.base}>{text.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}
