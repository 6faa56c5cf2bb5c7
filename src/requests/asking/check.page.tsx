/** "Kontrollér og send": all of it once more, each part with a way to change it. */

import { scopeWords } from '../../access/admin/assign/assign-role.page.tsx'
import type { CheckedAssignment } from '../../access/admin/assign/check-assignment.ts'
import { lastDay } from '../../access/admin/employees/last-day.ts'
import { employeesText } from '../../access/admin/employees/text.ts'
import { hoursText } from '../../access/hours/text.ts'
import { fillText } from '../../web/fill.ts'
import { capital, formatDate, formatList } from '../../web/format.ts'
import { formatHours } from '../../web/format-weekly-hours.ts'
import type { Language } from '../../web/languages.ts'
import { type DraftStep, draftPath } from '../request-paths.ts'
import type { Need } from './check-draft.ts'
import { type ChoosingProps, StepPage } from './choose-parts.tsx'
import type { DraftFacts } from './draft-facts.ts'
import { askText } from './text.ts'

export type NotSent = keyof (typeof askText)['da']['check']['told']

export type CheckPageProps = ChoosingProps & {
  readonly draftId: string
  /** Whom it is for, by name. */
  readonly people: readonly string[]
  readonly facts: DraftFacts
  readonly need: Need
  readonly choosesUnit: boolean
  readonly asksForEmail: boolean
  /** Why it was not sent just now. */
  readonly notSent: NotSent | null
}

export function CheckPage(props: CheckPageProps) {
  const { frame, draftId, notSent } = props
  const { language } = frame.shell
  const text = askText[language].check
  return (
    <StepPage {...props} title={text.title} lead={text.lead}>
      {notSent && (
        <div class="seb-mistakes" role="alert">
          <p>{text.told[notSent]}</p>
        </div>
      )}
      <dl class="seb-pairs">
        {factsOf(props).map(([name, value, step]) => (
          <div>
            <dt>{name}</dt>
            <dd>
              {value}{' '}
              {step && (
                <a class="seb-hit" href={draftPath(draftId, step)}>
                  {text.edit}
                  <span class="sr-only"> {name}</span>
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <form method="post" action={draftPath(draftId, 'kontrol')}>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {props.people.length > 1 ? fillText(text.sendSeveral, { count: props.people.length }) : text.send}
          </button>
          <button class="button button-secondary" type="submit" formaction={draftPath(draftId, 'slet')}>
            {text.remove}
          </button>
        </div>
      </form>
    </StepPage>
  )
}

type Fact = [name: string, value: string, step: DraftStep | null]

function factsOf({ frame, people, organisation, facts, need, choosesUnit, asksForEmail }: CheckPageProps): Fact[] {
  const { language } = frame.shell
  const danish = language === 'da'
  const text = askText[language].check
  const { service, assignable, unit } = facts
  const role = assignable && (danish ? assignable.role.nameDa : assignable.role.nameEn)
  return [
    [text.who, formatList(people, language), null],
    [text.organisation, organisation, null],
    ...(people.length > 1 ? [] : [[text.unit, unit?.name ?? text.noUnit, choosesUnit ? 'enhed' : null] satisfies Fact]),
    ...(service ? [[text.service, danish ? service.nameDa : service.nameEn, 'tjeneste'] satisfies Fact] : []),
    [text.role, role ?? text.noRole, service?.needsRole ? 'rolle' : 'tjeneste'],
    ...(assignable && need.terms
      ? [
          [
            text.appliesTo,
            scopeWords(need.terms.scopes, assignable, facts.units) || text.everything,
            'hvad',
          ] satisfies Fact,
          [text.period, periodWords(need.terms, language), 'hvad'] satisfies Fact,
          ...(need.terms.hours
            ? [[hoursText[language].term, capital(formatHours(need.terms.hours, language)), 'hvad'] satisfies Fact]
            : []),
        ]
      : []),
    [text.reason, need.reason, 'hvad'],
    ...(asksForEmail ? [[text.email, need.email ?? text.noEmail, 'hvad'] satisfies Fact] : []),
  ]
}

export function periodWords(
  { validFrom, validUntil }: Pick<CheckedAssignment, 'validUntil' | 'validFrom'>,
  language: Language,
): string {
  const until = validUntil ? formatDate(lastDay(validUntil), language) : employeesText[language].noEnd
  return `${formatDate(validFrom, language)} – ${until}`
}
