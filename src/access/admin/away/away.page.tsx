/** "Når du er væk": who steps in from when until when, one's own absences or, for a chief administrator, those of another. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import { adminPaths } from '../admin-paths.ts'
import { administratorsText } from '../administrators/text.ts'
import { lastDay } from '../employees/last-day.ts'
import { FormField, MistakeSummary } from '../form-field.tsx'
import type { AdminFrame } from '../frame.ts'
import type { Away } from './away.store.ts'
import { type FieldMistake, standInFields, type TypedStandIn } from './check-stand-in.ts'
import { awayText } from './text.ts'

export type AwayPageProps = {
  readonly frame: AdminFrame
  readonly away: Away
  readonly now: Date
  readonly byChief: boolean
  readonly own: boolean
  readonly path: string
  /** Part of the name of an employee who is no administrator. */
  readonly search: string
  readonly typed: TypedStandIn
  readonly mistakes: readonly FieldMistake[]
  readonly formId: string
  readonly done: 'gemt' | 'stoppet' | null
}

export function AwayPage(props: AwayPageProps) {
  const { frame, away, own, done } = props
  const { language } = frame.shell
  const text = awayText[language]
  return (
    <AdminLayout
      {...frame}
      title={own ? text.ownTitle : fillText(text.title, { name: away.absentee.name })}
      lead={text.lead}
      breadcrumb={own ? [] : [{ name: administratorsText[language].title, href: adminPaths.administrators }]}
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{done === 'gemt' ? text.saved : text.stopped}</p>
        </div>
      )}
      <MistakeSummary title={text.mistakesTitle} mistakes={said(props)} />
      <section aria-labelledby="aftalt">
        <h2 id="aftalt">{text.planned}</h2>
        <Planned {...props} />
      </section>
      <section class="seb-section" aria-labelledby="ny">
        <h2 id="ny">{text.new}</h2>
        {props.byChief && <Search {...props} />}
        {away.choices.length === 0 ? (
          <p>{props.search === '' ? text.noChoices : text.notFound}</p>
        ) : (
          <NewStandIn {...props} />
        )}
      </section>
    </AdminLayout>
  )
}

function Planned({ frame, away, now, path }: AwayPageProps) {
  const { language } = frame.shell
  const text = awayText[language]
  if (away.standIns.length === 0) return <p class="quiet">{text.none}</p>
  return (
    <ul class="seb-list plain-list">
      {away.standIns.map(({ id, name, validFrom, validUntil, lendsRights }) => (
        <li class="seb-line">
          <div>
            <p>
              {fillText(validFrom <= now ? text.now : text.later, {
                name,
                from: formatDate(validFrom, language),
                until: formatDate(lastDay(validUntil), language),
              })}
            </p>
            {lendsRights && <p class="quiet">{text.lent}</p>}
          </div>
          <form method="post" action={path}>
            <button class="button button-secondary" type="submit" name="stop" value={id}>
              {validFrom <= now ? text.stopNow : text.cancelPlan}
              <span class="sr-only">{fillText(text.stopHidden, { name })}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function Search({ frame, search, path }: AwayPageProps) {
  const text = awayText[frame.shell.language]
  return (
    <form class="seb-filters" method="get" action={`${path}#ny`}>
      <div>
        <label class="form-label" for="soeg">
          {text.search}
        </label>
        <input class="form-input" type="search" id="soeg" name="soeg" value={search} />
      </div>
      <button class="button button-secondary" type="submit">
        {text.searchNow}
      </button>
    </form>
  )
}

function NewStandIn(props: AwayPageProps) {
  const { frame, away, byChief, path, typed, formId } = props
  const text = awayText[frame.shell.language]
  const mistakes = said(props)
  const groups = [
    [text.administrators, away.choices.filter(({ appointment }) => appointment)] as const,
    [text.found, away.choices.filter(({ appointment }) => !appointment)] as const,
  ].filter(([, people]) => people.length > 0)
  return (
    <form class="seb-form" method="post" action={path}>
      <input type="hidden" name="id" value={formId} />
      <div class="seb-dates">
        <DayField id={standInFields.from} label={text.from} value={typed.from} mistakes={mistakes} />
        <DayField id={standInFields.until} label={text.until} value={typed.until} mistakes={mistakes} />
      </div>
      <FormField
        id={standInFields.standIn}
        label={text.standIn}
        hint={byChief ? text.standInHintChief : text.standInHint}
        mistakes={mistakes}
      >
        <select
          class="form-select"
          id={standInFields.standIn}
          name={standInFields.standIn}
          aria-describedby={`${standInFields.standIn}-fejl`}
        >
          <option value="">{text.pick}</option>
          {groups.map(([label, people]) => (
            <optgroup label={label}>
              {people.map(({ accountId, name, unitName }) => (
                <option value={accountId} selected={accountId === typed.standIn}>
                  {unitName ? `${name}, ${unitName}` : name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </FormField>
      <div class="seb-actions">
        <button class="button button-primary" type="submit">
          {text.save}
        </button>
      </div>
    </form>
  )
}

type DayFieldProps = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly mistakes: ReturnType<typeof said>
}

function DayField({ id, label, value, mistakes }: DayFieldProps) {
  return (
    <FormField id={id} label={label} mistakes={mistakes}>
      <input class="form-input" type="date" id={id} name={id} value={value} aria-describedby={`${id}-fejl`} />
    </FormField>
  )
}

function said({ frame, mistakes }: AwayPageProps) {
  const text = awayText[frame.shell.language]
  return mistakes.map(({ field, mistake }) => ({ field, sentence: text.mistakes[mistake] }))
}
