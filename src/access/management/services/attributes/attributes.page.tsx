/** "Hvad tjenesten får at vide": a legal basis beside each thing it may be told; without one it is not sent. */
import { type AttributeName, attributeNames } from '../../../../services/attribute.ts'
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import { ReasonField } from '../changes/reason-field.tsx'
import { crumbsOf } from '../facts/facts-form.page.tsx'
import { type FieldMistakes, MistakeSummary, TextField } from '../form/fields.tsx'
import type { Place } from '../place.ts'
import { below } from '../services-paths.ts'
import { attributesText } from './text.ts'

export type AttributesPageProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
  readonly id: string
  /** Legal basis by name, as typed. */
  readonly typed: Readonly<Partial<Record<AttributeName, string>>>
  readonly shown: string
  readonly asks: boolean
  readonly reason: string
  readonly mistakes: FieldMistakes
}

export const attributeField = (name: AttributeName) => `hjemmel-${name}`

export function AttributesPage({ frame, place, service, typed, mistakes, asks, ...form }: AttributesPageProps) {
  const { language } = frame.shell
  const text = attributesText[language]
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.title, { service })}
      lead={text.lead}
      breadcrumb={crumbsOf(place, service, language)}
    >
      <MistakeSummary title={asks ? text.notSent : text.mistakes} mistakes={mistakes} />
      <form class="seb-form" method="post" action={below.attributes(place.base)} id="set">
        <input type="hidden" name="id" value={form.id} />
        <input type="hidden" name="set" value={form.shown} />
        <p class="quiet">{text.hint}</p>
        {attributeNames.map((name) => (
          <TextField
            id={attributeField(name)}
            label={text.names[name]}
            {...(name === 'cpr' ? { hint: text.cprHint } : {})}
            value={typed[name] ?? ''}
            mistakes={mistakes}
          />
        ))}
        {asks && <ReasonField language={language} value={form.reason} mistakes={mistakes} />}
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {asks ? text.ask : text.save}
          </button>
          <a href={place.base}>{text.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}
