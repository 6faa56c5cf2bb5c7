/** What is looked at before a request is decided: what and why, what it would give, who else has it, and what happened so far. */
import { employeePath, rolePath, simulatorPath } from '../../access/admin/admin-paths.ts'
import { lastDay } from '../../access/admin/employees/last-day.ts'
import { employeesText } from '../../access/admin/employees/text.ts'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { fillText } from '../../web/fill.ts'
import { capital, formatDate, formatDateTime } from '../../web/format.ts'
import { formatHours } from '../../web/format-weekly-hours.ts'
import { decidePath } from './decide-paths.ts'
import type { DescribedRequest } from './described.store.ts'
import { decidersInWords, nameIn, periodInWords, scopesInWords } from './request-in-words.ts'
import { isLess, termsIn } from './terms.ts'
import { decideText } from './text.ts'
import type { WouldGive } from './would-give.ts'

export type FactsProps = {
  readonly frame: AdminFrame
  readonly described: DescribedRequest
  /** Null: nothing to try, or nothing to try it with. */
  readonly wouldGive: WouldGive | null
}

export function RequestFacts({ frame, described }: FactsProps) {
  const { language } = frame.shell
  const text = decideText[language]
  const { request, employee, role, service, most, units, unitName, names, deciders, state } = described
  const name = (personId: string | null) => names.get(personId ?? '') ?? text.somebody
  const has = state === 'submitted' ? (decidersInWords(deciders, language) ?? text.nobody) : null
  return (
    <dl class="seb-pairs">
      {role && (
        <Pair name={text.role}>
          <b>{nameIn(role, language)}</b>
          <br />
          {language === 'da' ? role.descriptionDa : role.descriptionEn}
        </Pair>
      )}
      {service && <Pair name={text.service}>{nameIn(service, language)}</Pair>}
      {role && request.kind !== 'less-access' && (
        <Pair name={text.appliesTo}>{scopesInWords(most, role, units, language)}</Pair>
      )}
      {role && request.kind !== 'less-access' && <Pair name={text.period}>{periodInWords(most, language)}</Pair>}
      <Pair name={text.who}>
        <a href={employeePath(employee.account.id)}>{employee.name}</a>
      </Pair>
      <Pair name={text.unit}>{unitName ?? text.noUnit}</Pair>
      {request.askedBy !== request.personId && <Pair name={text.askedBy}>{name(request.askedBy)}</Pair>}
      <Pair name={text.why}>
        {request.reason === '' ? (
          <span class="quiet">{text.noReason}</span>
        ) : (
          <blockquote class="seb-quote">{request.reason}</blockquote>
        )}
      </Pair>
      {has && <Pair name={text.whoHas}>{has}</Pair>}
    </dl>
  )
}

function Pair({ name, children }: { name: string; children: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function Gives({ frame, described, wouldGive }: FactsProps) {
  const { language } = frame.shell
  const text = decideText[language]
  const { service, employee, request, state } = described
  if (!service || request.kind === 'less-access' || (state !== 'submitted' && state !== 'returned')) return null
  const values = { name: employee.name, service: nameIn(service, language) }
  return (
    <section class="seb-section" aria-labelledby="giver">
      <h2 id="giver">{text.gives}</h2>
      {!wouldGive && <p class="quiet">{text.notTried}</p>}
      {wouldGive && wouldGive.refused !== null && (
        <p>{fillText(text.refused, { ...values, why: wouldGive.refused })}</p>
      )}
      {wouldGive && wouldGive.refused === null && (
        <>
          <p>{fillText(text.letIn, values)}</p>
          <ul>
            {wouldGive.roles.map((role) => (
              <li>
                {nameIn(role, language)}
                {role.appliesTo !== '' && `: ${role.appliesTo}`} {role.isNew && <b class="seb-badge">{text.isNew}</b>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a class="seb-hit" href={simulatorPath(employee.account.id, service.id)}>
          {text.tryOut}
        </a>
      </p>
    </section>
  )
}

export function Held({ frame, described }: FactsProps) {
  const { language } = frame.shell
  const text = decideText[language]
  const { service, held } = described
  if (!service) return null
  const values = { service: nameIn(service, language) }
  if (held.length === 0) return <p class="quiet">{fillText(text.heldNone, values)}</p>
  return (
    <p>
      {fillText(text.held, values)}: {held.map(({ assignment }) => nameIn(assignment.role, language)).join(', ')}
    </p>
  )
}

export function Holders({ frame, described: { role, holders, units } }: FactsProps) {
  const { language } = frame.shell
  const text = decideText[language]
  const words = employeesText[language]
  if (!role || !holders) return null
  return (
    <section class="seb-section" aria-labelledby="andre">
      <h2 id="andre">{text.holders}</h2>
      {holders.some.length === 0 ? (
        <p class="quiet">{text.holdersNone}</p>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.holders}</caption>
          <thead>
            <tr>
              {[words.name, words.unit, words.appliesTo, words.period].map((title) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {holders.some.map((holder) => (
              <tr>
                <th scope="row">
                  <a class="seb-name seb-hit" href={employeePath(holder.accountId)}>
                    {holder.name}
                  </a>
                </th>
                <td data-title={words.unit}>
                  <span>{holder.unitName ?? words.noUnit}</span>
                </td>
                <td data-title={words.appliesTo}>
                  <span>{scopesInWords(holder, role, units, language)}</span>
                </td>
                <td data-title={words.period}>
                  <span>
                    {holder.validUntil ? formatDate(lastDay(holder.validUntil), language) : words.noEnd}
                    {holder.hours && <small>{capital(formatHours(holder.hours, language))}</small>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {holders.total > holders.some.length && (
        <p>
          <a class="seb-hit" href={rolePath(role.id)}>
            {fillText(text.holdersMore, { count: holders.total })}
          </a>
        </p>
      )}
    </section>
  )
}

export function History({ frame, described }: FactsProps) {
  const { language } = frame.shell
  const text = decideText[language]
  const { steps, names, earlier, request, role, units } = described
  return (
    <section class="seb-section" aria-labelledby="forloeb">
      <h2 id="forloeb">{text.history}</h2>
      <ol class="seb-time plain-list">
        {steps.map(({ at, step, byPerson, words, details }) => {
          const terms = termsIn(details)
          const less = terms && role && isLess(request, terms)
          return (
            <li>
              <time datetime={at.toISOString()}>{formatDateTime(at, language)}</time>
              <div>
                <span>{fillText(text.steps[step], { name: names.get(byPerson ?? '') ?? text.somebody })}</span>
                {words !== '' && <blockquote class="seb-quote">{words}</blockquote>}
                {less && (
                  <p>
                    {fillText(text.gaveLess, {
                      what: `${scopesInWords(terms, role, units, language)}, ${periodInWords(terms, language)}`,
                    })}
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {earlier.length > 0 && (
        <>
          <h3>{text.earlier}</h3>
          <ul>
            {earlier.map((other) => (
              <li>
                <a href={decidePath(other.id)}>{other.role ? nameIn(other.role, language) : text.noRole}</a>,{' '}
                {formatDate(other.submittedAt, language)}: {text.status[other.state]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
