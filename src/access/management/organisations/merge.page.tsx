/** "Læg sammen": into which organisation? Then what moves, what ends and who loses what, before it is done. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatList } from '../../../web/format.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { shownCounts } from '../counted.ts'
import { countWords, EffectPage } from '../effect.page.tsx'
import { managementPaths, mergePath, organisationPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import { followingRights, lostRights, type MergeEffect } from './merge-organisations.ts'
import type { ListedOrganisation } from './organisation-list.store.ts'
import { organisationsText } from './text.ts'

type Named = { readonly id: string; readonly name: string }

export type ChooseMergePageProps = {
  readonly frame: AdminFrame
  readonly organisation: Named
  readonly query: string
  /** Open organisations that match, without the one that is merged; none while nothing is asked. */
  readonly found: readonly ListedOrganisation[]
}

export function ChooseMergePage({ frame, organisation, query, found }: ChooseMergePageProps) {
  const { language } = frame.shell
  const text = organisationsText[language]
  return (
    <AdminLayout {...frame} {...around(frame, organisation)} lead={text.mergeLead}>
      <form class="seb-filters" method="get" action={mergePath(organisation.id)}>
        <div>
          <label class="form-label" for="soeg">
            {text.search}
          </label>
          <input class="form-input" type="search" id="soeg" name="soeg" value={query} />
        </div>
        <button class="button button-secondary" type="submit">
          {managementText[language].show}
        </button>
      </form>
      {query !== '' && found.length === 0 && <p>{text.noneFound}</p>}
      <ul class="seb-list plain-list">
        {found.map(({ id, name, cvr }) => (
          <li class="seb-line">
            <p>
              <span class="strong">{name}</span>
              <span class="quiet">, {cvr}</span>
            </p>
            <a class="button button-secondary" href={mergePath(organisation.id, id)}>
              {text.mergeChoose}
              <span class="sr-only"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </AdminLayout>
  )
}

export type MergePageProps = {
  readonly frame: AdminFrame
  readonly organisation: Named
  readonly into: Named
  readonly effect: MergeEffect
  readonly sessions: number
  /** Nobody in the receiving organisation can decide about those who come. */
  readonly orphaned: boolean
  readonly changed: boolean
}

export function MergePage({ frame, organisation, into, effect, sessions, orphaned, changed }: MergePageProps) {
  const { language } = frame.shell
  const text = organisationsText[language]
  const number = new Intl.NumberFormat(language)
  const names = { organisation: organisation.name, into: into.name }
  const ended = effect.accounts.filter(({ doubled }) => doubled).length
  const filled = (sentence: string, count: number) => fillText(sentence, { ...names, count: number.format(count) })
  const { title, breadcrumb } = around(frame, organisation)
  const remarks = [
    filled(text.mergeMoves, effect.accounts.length - ended),
    ...(ended > 0 ? [filled(text.mergeDoubled, ended)] : []),
    fillText(text.mergeFollow, { ...names, ...countWords(followingRights(effect), language) }),
    filled(text.mergeUnits, effect.units),
    filled(text.mergeAppointments, effect.appointments),
    filled(text.mergeGrants, effect.grants),
    filled(text.mergeSessions, sessions),
    fillText(text.mergeKnown, names),
    ...(effect.providers.length > 0
      ? [
          fillText(text.mergeProviders, {
            ...names,
            providers: formatList(
              effect.providers.map((provider) => provider[language]),
              language,
            ),
          }),
        ]
      : []),
    fillText(text.mergeForGood, names),
  ]
  return (
    <EffectPage
      frame={frame}
      title={fillText(text.mergeInto, names)}
      breadcrumb={[...breadcrumb, { name: title, href: mergePath(organisation.id) }]}
      effects={[
        ...(orphaned ? [fillText(text.mergeOrphaned, names)] : []),
        fillText(text.mergeLoss, countWords(lostRights(effect), language)),
      ]}
      remarks={remarks}
      action={mergePath(organisation.id, into.id)}
      agreed={shownMerge(effect)}
      button={orphaned ? null : text.mergeNow}
      back={organisationPath(organisation.id)}
      changed={changed}
    />
  )
}

/** Names the effect that is agreed to. */
export function shownMerge(effect: MergeEffect): string {
  const { accounts, units, appointments, grants } = effect
  const ended = accounts.filter(({ doubled }) => doubled).length
  return [
    accounts.length,
    ended,
    units,
    appointments,
    grants,
    shownCounts(followingRights(effect), lostRights(effect)),
  ].join(' ')
}

function around({ shell: { language } }: AdminFrame, organisation: Named) {
  const text = organisationsText[language]
  return {
    title: fillText(text.mergeTitle, { organisation: organisation.name }),
    breadcrumb: [
      { name: text.title, href: managementPaths.organisations },
      { name: organisation.name, href: organisationPath(organisation.id) },
    ],
  }
}
