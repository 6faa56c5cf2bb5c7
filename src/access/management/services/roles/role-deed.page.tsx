/** "Tag rollen i brug?" and "Udfas rollen?": what it will mean, and for how many, before it is done. */
import type { Child } from 'hono/jsx'
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import { ReasonField } from '../changes/reason-field.tsx'
import { crumbsOf } from '../facts/facts-form.page.tsx'
import { type FieldMistakes, MistakeSummary, SelectField, TextField } from '../form/fields.tsx'
import type { Place } from '../place.ts'
import { below } from '../services-paths.ts'
import { countsInWords } from './role-counts.ts'
import type { RoleEffect } from './role-effect.store.ts'
import { rolesText } from './text.ts'

type DeedProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
  readonly about: { readonly id: string; readonly name: string }
  readonly id: string
  /** What was seen: the role, and the effect. */
  readonly shown: string
  readonly asks: boolean
  readonly reason: string
  readonly mistakes: FieldMistakes
}

export function ActivateRolePage(props: DeedProps) {
  const { frame, place, about: role, asks } = props
  const text = rolesText[frame.shell.language]
  return (
    <Deed {...props} title={fillText(text.activateTitle, { role: role.name })}>
      <ul>
        <li>{text.activate1}</li>
        <li>{text.activate2}</li>
      </ul>
      <DeedForm {...props} address={below.activateRole(place.base, role.id)} leave={text.cancel}>
        <button class="button button-primary" type="submit">
          {asks ? text.ask : text.activateNow}
        </button>
      </DeedForm>
    </Deed>
  )
}

export type RetireRolePageProps = DeedProps & {
  readonly effect: RoleEffect
  readonly lastDay: string
  /** It has a last day already, which can be taken back. */
  readonly ending: boolean
  readonly replacement: string
  /** Roles in use that may take its place: id and name. */
  readonly choices: readonly (readonly [string, string])[]
}

export function RetireRolePage(props: RetireRolePageProps) {
  const { frame, place, about: role, asks, effect, lastDay, ending, replacement, choices, mistakes } = props
  const { language } = frame.shell
  const text = rolesText[language]
  return (
    <Deed {...props} title={fillText(text.retireTitle, { role: role.name })}>
      <p class="strong">
        {effect.people === 0 ? text.retireEffectNone : countsInWords(text.retireEffect, effect, language)}
      </p>
      <ul>
        <li>{text.retire1}</li>
        <li>{text.retire2}</li>
        <li>{text.retire3}</li>
      </ul>
      <DeedForm
        {...props}
        address={below.retireRole(place.base, role.id)}
        leave={text.keep}
        fields={
          <>
            <TextField
              id="sidste-dag"
              type="date"
              label={text.lastDay}
              hint={text.lastDayHint}
              value={lastDay}
              mistakes={mistakes}
            />
            <SelectField
              id="afloeser"
              label={text.replacement}
              value={replacement}
              choices={[['', text.noReplacement], ...choices]}
              mistakes={mistakes}
            />
            {ending && (
              <div class="seb-field form-group-checkbox">
                <input class="form-checkbox" type="checkbox" id="behold" name="behold" value="1" />
                <label class="form-label" for="behold">
                  {text.keepTick}
                </label>
              </div>
            )}
          </>
        }
      >
        <button class="button button-primary" type="submit">
          {asks ? text.ask : text.retireNow}
        </button>
      </DeedForm>
    </Deed>
  )
}

function Deed(props: DeedProps & { readonly title: string; readonly children: Child }) {
  const { frame, place, service, about: role, asks, mistakes, title, children } = props
  const { language } = frame.shell
  const text = rolesText[language]
  return (
    <AdminLayout
      {...frame}
      title={title}
      breadcrumb={[...crumbsOf(place, service, language), { name: role.name, href: below.role(place.base, role.id) }]}
    >
      <MistakeSummary title={asks ? text.notSent : text.mistakesTitle} mistakes={mistakes} />
      {children}
    </AdminLayout>
  )
}

type DeedFormProps = DeedProps & {
  readonly address: string
  readonly leave: string
  readonly fields?: Child
  readonly children: Child
}

function DeedForm(props: DeedFormProps) {
  const { frame, place, about: role, id, shown, asks, reason, mistakes, address, leave, fields, children } = props
  const { language } = frame.shell
  return (
    <form class="seb-form" method="post" action={address} id="set">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="set" value={shown} />
      {fields}
      {asks && <ReasonField language={language} value={reason} mistakes={mistakes} />}
      <p class="seb-actions">
        {children}
        <a href={below.role(place.base, role.id)}>{leave}</a>
      </p>
    </form>
  )
}
