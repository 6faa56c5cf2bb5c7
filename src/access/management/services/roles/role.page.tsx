/** One role: what it gives, what it requires, its data scopes, how many hold it, and what can be done with it. */
import type { RoleState, RoleValues } from '../../../../services/role-values.ts'
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import type { Language } from '../../../../web/languages.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import { changesText } from '../changes/text.ts'
import { scopeInWords } from '../changes/value-in-words.ts'
import { crumbsOf } from '../facts/facts-form.page.tsx'
import type { Place } from '../place.ts'
import { stateInWords } from '../service-tables.tsx'
import { below } from '../services-paths.ts'
import { servicesText } from '../text.ts'
import { countsInWords } from './role-counts.ts'
import type { RoleEffect } from './role-effect.store.ts'
import { rolesText } from './text.ts'

export type RolePageProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
  readonly about: RoleValues & { readonly id: string; readonly key: string; readonly state: RoleState }
  /** Names of the service's roles by id. */
  readonly names: ReadonlyMap<string, string>
  readonly effect: RoleEffect
}

export function RolePage(props: RolePageProps) {
  const { frame, place, service, about: role, effect } = props
  const { language } = frame.shell
  const text = rolesText[language]
  return (
    <AdminLayout
      {...frame}
      title={language === 'da' ? role.nameDa : role.nameEn}
      lead={language === 'da' ? role.descriptionDa : role.descriptionEn}
      breadcrumb={crumbsOf(place, service, language)}
    >
      <dl class="seb-pairs">
        {factsOf(props, language).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section class="seb-section" aria-labelledby="afgraensninger">
        <h2 id="afgraensninger">{text.scopes}</h2>
        {role.scopes.length === 0 ? (
          <p>{text.noScopes}</p>
        ) : (
          <ul>
            {role.scopes.map((scope) => (
              <li>{scopeInWords(scope, language)}</li>
            ))}
          </ul>
        )}
      </section>
      <section class="seb-section" aria-labelledby="hvem">
        <h2 id="hvem">{text.holders}</h2>
        <p>{role.state === 'draft' ? text.effectDraft : holdersInWords(effect, language)}</p>
      </section>
      <p class="seb-actions seb-after">
        {role.state !== 'retired' && (
          <a class="button button-secondary" href={below.changeRole(place.base, role.id)}>
            {text.change}
          </a>
        )}
        {role.state === 'draft' && (
          <a class="button button-primary" href={below.activateRole(place.base, role.id)}>
            {text.activate}
          </a>
        )}
        {(role.state === 'active' || role.state === 'ending') && (
          <a class="seb-hit" href={below.retireRole(place.base, role.id)}>
            {role.state === 'active' ? text.retire : text.changeEnd}
          </a>
        )}
      </p>
    </AdminLayout>
  )
}

function factsOf({ about: role, names }: RolePageProps, language: Language): (readonly [string, string])[] {
  const text = rolesText[language]
  const needs = [
    fillText(text.needsAssurance, { level: servicesText[language].assurances[role.lowestAssurance] }),
    ...(role.requiredEducationCodes.length > 0
      ? [fillText(text.needsEducation, { codes: role.requiredEducationCodes.join(', ') })]
      : []),
  ]
  const retiredAt = role.retiredAt === null ? null : new Date(role.retiredAt)
  return [
    [text.state, stateInWords({ state: role.state, retiredAt }, language)],
    ...(role.replacedBy === null ? [] : [[text.replacedBy, names.get(role.replacedBy) ?? '–'] as const]),
    [text.sends, role.privileges.join(' ')],
    [text.within, changesText[language].privilegeScopes[role.privilegeScope]],
    [text.needs, needs.join('; ')],
    [text.longest, role.longestDays === null ? text.noLimit : fillText(text.days, { count: role.longestDays })],
    [text.emergency, role.emergencyHours === null ? text.no : fillText(text.hours, { count: role.emergencyHours })],
    [text.sensitiveShort, role.sensitive ? text.yes : text.no],
    [text.canBeAsked, role.requestable ? text.yes : text.no],
    [text.key, role.key],
  ]
}

/** `Gælder for 212 personer i 14 organisationer.` */
function holdersInWords(effect: RoleEffect, language: Language): string {
  const text = rolesText[language]
  return effect.people === 0 ? text.holdersNone : countsInWords(text.holds, effect, language)
}
