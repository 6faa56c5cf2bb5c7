/** "Udpeg en administrator", first step: whom? By part of the name, among the active employees. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { administratorPath, adminPaths } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import { type Administrator, candidatesShown } from './administrators.store.ts'
import { administratorsText } from './text.ts'

export type AppointPageProps = {
  readonly frame: AdminFrame
  readonly query: string
  readonly candidates: readonly Administrator[]
}

export function AppointPage({ frame, query, candidates }: AppointPageProps) {
  const text = administratorsText[frame.shell.language]
  return (
    <AdminLayout
      {...frame}
      title={text.appoint}
      lead={text.searchLead}
      breadcrumb={[{ name: text.title, href: adminPaths.administrators }]}
    >
      <form class="seb-filters" method="get" action={adminPaths.appoint}>
        <div>
          <label class="form-label" for="soeg">
            {text.search}
          </label>
          <input class="form-input" type="search" id="soeg" name="soeg" value={query} />
        </div>
        <button class="button button-secondary" type="submit">
          {text.show}
        </button>
      </form>
      {candidates.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <ul class="seb-list plain-list">
          {candidates.map(({ accountId, name, unitName }) => (
            <li class="seb-line">
              <p>
                <span class="strong">{name}</span>
                {unitName && <span class="quiet">, {unitName}</span>}
              </p>
              <a class="button button-secondary" href={administratorPath(accountId)}>
                {text.choose}
                <span class="sr-only"> {name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {candidates.length === candidatesShown && <p class="quiet">{fillText(text.more, { count: candidatesShown })}</p>}
    </AdminLayout>
  )
}
