/** "Udpeg en overbrugeradministrator": among the employees, or somebody SEB does not know yet. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { Mistakes, TextField, type Wrong } from '../fields.tsx'
import { managementPaths, organisationDeedPath, organisationPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import { type ChiefCandidate, candidatesShown, type TypedChief } from './appoint-first-chief.ts'
import { organisationsText } from './text.ts'

export type ChiefPageProps = {
  readonly frame: AdminFrame
  readonly organisation: { readonly id: string; readonly name: string }
  readonly query: string
  readonly candidates: readonly ChiefCandidate[]
  /** The account that a newcomer will have. */
  readonly newId: string
  readonly typed: TypedChief
  readonly wrong: Wrong
}

export function ChiefPage({ frame, organisation, query, candidates, newId, typed, wrong }: ChiefPageProps) {
  const { language } = frame.shell
  const text = organisationsText[language]
  const here = organisationDeedPath(organisation.id, 'overbrugeradministrator')
  const back = organisationPath(organisation.id)
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.chiefTitle, { organisation: organisation.name })}
      lead={text.chiefLead}
      breadcrumb={[
        { name: text.title, href: managementPaths.organisations },
        { name: organisation.name, href: back },
      ]}
    >
      <Mistakes language={language} wrong={wrong} />
      <section class="seb-block" aria-labelledby="blandt">
        <h2 id="blandt">{text.chiefAmong}</h2>
        <form class="seb-filters" method="get" action={here}>
          <div>
            <label class="form-label" for="soeg">
              {text.chiefSearch}
            </label>
            <input class="form-input" type="search" id="soeg" name="soeg" value={query} />
          </div>
          <button class="button button-secondary" type="submit">
            {managementText[language].show}
          </button>
        </form>
        {candidates.length === 0 ? (
          <p>{text.chiefAmongNone}</p>
        ) : (
          <ul class="seb-list plain-list">
            {candidates.map(({ accountId, name, unitName }) => (
              <li class="seb-line">
                <p>
                  <span class="strong">{name}</span>
                  {unitName && <span class="quiet">, {unitName}</span>}
                </p>
                <form method="post" action={here}>
                  <input type="hidden" name="konto" value={accountId} />
                  <button class="button button-secondary" type="submit">
                    {text.appoint}
                    <span class="sr-only"> {name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
        {candidates.length === candidatesShown && (
          <p class="quiet">{fillText(text.chiefMore, { count: candidatesShown })}</p>
        )}
      </section>
      <section class="seb-block" aria-labelledby="ny">
        <h2 id="ny">{text.chiefNew}</h2>
        <p class="quiet">{text.chiefNewHint}</p>
        <form class="seb-form" method="post" action={here}>
          <input type="hidden" name="id" value={newId} />
          <TextField id="navn" label={text.fullName} value={typed.name} wrong={wrong} />
          <TextField id="mail" label={text.email} type="email" value={typed.email} wrong={wrong} />
          <TextField
            id="uuid"
            label={text.professionalUuid}
            value={typed.professionalUuid}
            longest={60}
            wrong={wrong}
          />
          <TextField id="rid" label={text.rid} value={typed.rid} longest={60} wrong={wrong} />
          <div class="seb-actions">
            <button class="button button-primary" type="submit">
              {text.appointNew}
            </button>
            <a class="seb-hit" href={back}>
              {managementText[language].cancel}
            </a>
          </div>
        </form>
      </section>
    </AdminLayout>
  )
}
