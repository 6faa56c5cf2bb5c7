/** The organisation a case is about: who administers it, what the orphan guard knows, its people by name, earlier cases. */
import { organisationDeedPath, organisationPath } from '../../access/management/management-paths.ts'
import { fillText } from '../../web/fill.ts'
import { formatDate, formatDateTime, formatReference } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { Language } from '../../web/languages.ts'
import type { CasePageProps } from './case.page.tsx'
import { peopleShown } from './case-background.store.ts'
import { casePath, casesPaths } from './cases-paths.ts'
import { casesText } from './text.ts'

export function OrganisationSection(props: CasePageProps) {
  const { frame, found, organisation, mayAppoint } = props
  const { language } = frame.shell
  const text = casesText[language].organisation
  return (
    <section class="seb-section" aria-labelledby="organisation">
      <h2 id="organisation">{text.title}</h2>
      {!organisation && <p>{found.cvr === null ? text.noCvr : fillText(text.unknown, { cvr: found.cvr })}</p>}
      {organisation && (
        <>
          <p>
            <a class="seb-name" href={organisationPath(organisation.id)}>
              {organisation.name}
            </a>
            <br />
            <span class="quiet">
              CVR {organisation.cvr}, {text.statuses[organisation.status].toLowerCase()}, {text.employees.toLowerCase()}
              : {new Intl.NumberFormat(language).format(organisation.employees)}
            </span>
          </p>
          <Guard {...props} />
          <h3>{text.administrators}</h3>
          {organisation.administrators.length === 0 ? (
            <p>{text.noAdministrators}</p>
          ) : (
            <ul>
              {organisation.administrators.map(({ name, level, lastLogInAt }) => (
                <li>
                  {name}, {text.levels[level]}, {seenIn(lastLogInAt, language)}
                </li>
              ))}
            </ul>
          )}
          {mayAppoint && organisation.orphan && !organisation.orphan.endsAt && (
            <p>
              <a
                class="button button-secondary"
                href={organisationDeedPath(organisation.id, 'overbrugeradministrator')}
              >
                {casesText[language].handOver.appoint}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** The orphan guard's facts, where it has any. */
function Guard({ frame, organisation }: CasePageProps) {
  const { language, assets } = frame.shell
  const text = casesText[language].organisation
  const orphan = organisation?.orphan
  if (!orphan) return null
  const { endsAt, candidates } = orphan
  const last = endsAt && formatDate(new Date(endsAt.getTime() - 1), language)
  return (
    <>
      <p>
        <span class={last ? 'seb-state seb-state--warn' : 'seb-state seb-state--bad'}>
          <Icon sprite={assets.icons} name={last ? 'warning' : 'error'} />
          <span>{last ? fillText(text.ends, { date: last }) : text.hasNone}</span>
        </span>
      </p>
      <h3>{text.candidates}</h3>
      {candidates.length === 0 ? (
        <p>{text.noCandidates}</p>
      ) : (
        <ul>
          {candidates.map((candidate) => (
            <li>{candidateInWords(candidate, language)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

type Candidate = NonNullable<NonNullable<CasePageProps['organisation']>['orphan']>['candidates'][number]

export function candidateInWords({ name, level, functions, lastLogInAt }: Candidate, language: Language): string {
  const text = casesText[language].organisation
  const held = functions.map((one) => text.functions[one])
  return [name, ...(level ? [text.levels[level]] : []), ...held, seenIn(lastLogInAt, language)].join(', ')
}

function seenIn(at: Date | null, language: Language): string {
  const text = casesText[language].organisation
  return at ? fillText(text.seen, { date: formatDate(at, language) }) : text.neverSeen
}

export function PeopleSection({ frame, found, organisation, people }: CasePageProps) {
  const { language } = frame.shell
  const text = casesText[language].people
  if (!organisation) return null
  return (
    <section class="seb-section" aria-labelledby="mennesker">
      <h2 id="mennesker">{text.title}</h2>
      <form class="seb-seek" method="get" action={`${casePath(found.id)}#mennesker`}>
        <div>
          <label class="form-label" for="person">
            {text.label}
          </label>
          <input
            class="form-input"
            type="search"
            id="person"
            name="person"
            value={people.text}
            aria-describedby="person-hjaelp"
            required
          />
        </div>
        <button class="button button-secondary" type="submit">
          {text.find}
        </button>
      </form>
      <p class="quiet" id="person-hjaelp">
        {text.hint}
      </p>
      {people.text !== '' && people.found.length === 0 && <p>{text.none}</p>}
      {people.found.length > 0 && (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              {[text.name, text.unit, text.status, text.seen].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.found.map(({ name, unit, status, level, lastLogInAt }) => (
              <tr>
                <th scope="row">
                  <b>{name}</b>
                  {level && <small>{casesText[language].organisation.levels[level]}</small>}
                </th>
                <td data-title={text.unit}>
                  <span>{unit ?? '–'}</span>
                </td>
                <td data-title={text.status}>
                  <span>
                    {status in text.statuses
                      ? text.statuses[status as keyof typeof text.statuses]
                      : text.statuses.other}
                  </span>
                </td>
                <td data-title={text.seen}>
                  <span>{lastLogInAt ? formatDateTime(lastLogInAt, language) : text.never}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.found.length === peopleShown && <p>{text.more}</p>}
    </section>
  )
}

export function LogInSection({ frame, found, logIns }: CasePageProps) {
  const { language } = frame.shell
  const text = casesText[language].logIns
  return (
    <section class="seb-section" aria-labelledby="log-in">
      <h2 id="log-in">{text.title}</h2>
      <form class="seb-seek" method="get" action={`${casePath(found.id)}#log-in`}>
        <div>
          <label class="form-label" for="reference">
            {text.label}
          </label>
          <input
            class="form-input"
            type="text"
            id="reference"
            name="reference"
            value={logIns.reference || (found.logInReference ?? '')}
            aria-describedby="reference-hjaelp"
            autocomplete="off"
            required
          />
        </div>
        <button class="button button-secondary" type="submit">
          {text.find}
        </button>
      </form>
      <p class="quiet" id="reference-hjaelp">
        {text.hint}
      </p>
      {logIns.reference !== '' && logIns.events.length === 0 && <p>{text.none}</p>}
      {logIns.events.length > 0 && (
        <ol class="seb-time plain-list">
          {logIns.events.map(({ at, who, deed, outcome }) => (
            <li>
              <time datetime={at.toISOString()}>{formatDateTime(at, language)}</time>
              <span>
                <b>{who ?? text.somebody}</b> {deed} ({text.outcomes[outcome]})
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

export function EarlierSection({ frame, found, earlier }: CasePageProps) {
  const { language } = frame.shell
  const text = casesText[language]
  if (found.cvr === null) return null
  return (
    <section class="seb-section" aria-labelledby="tidligere">
      <h2 id="tidligere">{text.earlier.title}</h2>
      {earlier.cases.length === 0 ? (
        <p>{text.earlier.none}</p>
      ) : (
        <ul>
          {earlier.cases.map(({ id, reference, subject, state, openedAt }) => (
            <li>
              <a href={casePath(id)}>{subject}</a>
              <span class="quiet">
                , {formatReference(reference)}, {formatDate(openedAt, language)}, {text.states[state].toLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      )}
      {earlier.total > earlier.cases.length && (
        <p>
          <a href={`${casesPaths.list}?${new URLSearchParams({ vis: 'loeste', soeg: found.cvr })}`}>
            {fillText(text.earlier.all, { total: earlier.total })}
          </a>
        </p>
      )}
    </section>
  )
}
