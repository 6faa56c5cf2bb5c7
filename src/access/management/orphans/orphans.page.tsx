/** "Uden administrator": organisations that nobody can administer, or soon nobody can, each with who it might be. */
import type { Page } from '../../../storage/keyset.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import type { Language } from '../../../web/languages.ts'
import { Pager } from '../../../web/pager.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import type { Candidate, Orphan } from '../../appointments/orphans.store.ts'
import { managementPaths, organisationDeedPath, organisationPath } from '../management-paths.ts'
import { orphansText } from './text.ts'

export type ListedOrphan = Orphan & { readonly candidates: readonly Candidate[] }

export type OrphansPageProps = {
  readonly frame: AdminFrame
  readonly list: Page<ListedOrphan>
  readonly mayAppoint: boolean
}

export function OrphansPage({ frame, list, mayAppoint }: OrphansPageProps) {
  const { language } = frame.shell
  const text = orphansText[language]
  const total = new Intl.NumberFormat(language).format(list.total)
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {list.rows.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <>
          <p class="quiet">{list.total === 1 ? text.foundOne : fillText(text.found, { total })}</p>
          <Table {...{ frame, list, mayAppoint }} />
        </>
      )}
      <Pager shell={frame.shell} page={list} list={managementPaths.orphans} />
    </AdminLayout>
  )
}

function Table({ frame, list, mayAppoint }: OrphansPageProps) {
  const { language, assets } = frame.shell
  const text = orphansText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.organisation}</th>
          <th scope="col">{text.state}</th>
          <th scope="col">{text.candidates}</th>
          {mayAppoint && (
            <th scope="col">
              <span class="sr-only">{text.deed}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {list.rows.map(({ id, cvr, name, endsAt, candidates }) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={organisationPath(id)}>
                {name}
              </a>
              <small class="num">{cvr}</small>
            </th>
            <td data-title={text.state}>
              <span class={endsAt ? 'seb-state seb-state--warn' : 'seb-state seb-state--bad'}>
                <Icon sprite={assets.icons} name={endsAt ? 'warning' : 'error'} />
                <span>{endsAt ? fillText(text.ends, { date: lastDay(endsAt, language) }) : text.hasNone}</span>
              </span>
            </td>
            <td data-title={text.candidates}>
              <span>
                {candidates.length === 0 && text.noCandidates}
                {candidates.map((candidate) => (
                  <span class="seb-candidate">
                    {candidate.name}
                    <small>{about(candidate, language)}</small>
                  </span>
                ))}
              </span>
            </td>
            {mayAppoint && (
              <td>
                {!endsAt && (
                  <a class="seb-hit" href={organisationDeedPath(id, 'overbrugeradministrator')}>
                    {text.appoint}
                    <span class="sr-only"> {name}</span>
                  </a>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** An end is the first moment after. */
function lastDay(end: Date, language: Language): string {
  return formatDate(new Date(end.getTime() - 1), language)
}

function about({ level, functions, lastLogInAt }: Candidate, language: Language): string {
  const text = orphansText[language]
  const seen = lastLogInAt ? fillText(text.seen, { date: formatDate(lastLogInAt, language) }) : text.neverSeen
  return [...(level ? [text.levels[level]] : []), ...functions.map((name) => text.functions[name]), seen].join(', ')
}
