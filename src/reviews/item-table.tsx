/** The roles of a review as a table: what each is, why it stands there, and what is answered or has been. */
import { changeRolePath, employeePath } from '../access/admin/admin-paths.ts'
import { lastDay } from '../access/admin/employees/last-day.ts'
import type { AdminFrame } from '../access/admin/frame.ts'
import { explainText } from '../access/explain/text.ts'
import { fillText } from '../web/fill.ts'
import { formatDate } from '../web/format.ts'
import { formatHours } from '../web/format-weekly-hours.ts'
import type { ItemFilter, ReviewItem } from './items.store.ts'
import { daysAfter, type Review, undoDays } from './review.ts'
import { standingOf } from './review-state.ts'
import { reviewPath } from './reviews-paths.ts'
import { reviewsText } from './text.ts'

export type ItemTableProps = {
  readonly frame: AdminFrame
  readonly review: Review
  readonly items: readonly ReviewItem[]
  readonly kind: 'unusual' | ItemFilter
  readonly units: ReadonlyMap<string, string>
  readonly now: Date
}

type RowProps = Omit<ItemTableProps, 'items'> & { readonly item: ReviewItem }

export function ItemTable({ items, ...props }: ItemTableProps) {
  const { frame, kind } = props
  const text = reviewsText[frame.shell.language].page
  const titles = { unusual: text.unusualTitle, rest: text.restTitle, answered: text.answeredTitle }
  return (
    <table class="seb-table">
      <caption class="sr-only">{titles[kind]}</caption>
      <thead>
        <tr>
          <th scope="col">{text.employee}</th>
          <th scope="col">{text.role}</th>
          {kind === 'unusual' && <th scope="col">{text.why}</th>}
          {kind !== 'rest' && <th scope="col">{text.answer}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={employeePath(item.accountId)}>
                {item.name}
              </a>
              <small>{item.unitName ?? text.noUnit}</small>
            </th>
            <td data-title={text.role}>
              <RoleCell {...props} item={item} />
            </td>
            {kind === 'unusual' && (
              <td data-title={text.why}>
                <ReasonsCell {...props} item={item} />
              </td>
            )}
            {kind !== 'rest' && (
              <td data-title={text.answer}>
                {kind === 'unusual' ? <AnswerCell {...props} item={item} /> : <AnsweredCell {...props} item={item} />}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `Læge i Fælles Medicinkort`. */
function roleWords({ frame, item }: RowProps): string {
  const { language } = frame.shell
  const da = language === 'da'
  return fillText(reviewsText[language].page.inService, {
    role: da ? item.roleDa : item.roleEn,
    service: da ? item.serviceDa : item.serviceEn,
  })
}

export function scopeText(item: Pick<ReviewItem, 'scopes'>, units: ReadonlyMap<string, string>): string {
  return Object.values(item.scopes)
    .flat()
    .map((value) => units.get(value) ?? value)
    .join(', ')
}

function RoleCell(props: RowProps) {
  const { frame, item, units } = props
  const { language } = frame.shell
  const text = reviewsText[language].page
  const scope = scopeText(item, units)
  const used = item.lastUsedAt
    ? fillText(text.lastUsed, { date: formatDate(item.lastUsedAt, language) })
    : text.neverUsed
  const until = item.validUntil && fillText(text.until, { date: formatDate(lastDay(item.validUntil), language) })
  const hours = item.hours && fillText(explainText[language].onlyIn, { hours: formatHours(item.hours, language) })
  const more = [scope && fillText(text.appliesTo, { scope }), until, hours, used].filter(Boolean).join('. ')
  return (
    <span>
      {roleWords(props)}
      <small>{more}</small>
    </span>
  )
}

function ReasonsCell({ frame, item }: RowProps) {
  const text = reviewsText[frame.shell.language].reasons
  const all = [...item.reasons, ...(item.changedSince ? (['changed-since'] as const) : [])]
  return (
    <ul class="plain-list">
      {all.map((reason) => (
        <li>{text[reason]}</li>
      ))}
    </ul>
  )
}

function AnswerCell(props: RowProps) {
  const { frame, item } = props
  const text = reviewsText[frame.shell.language].page
  const about = { name: item.name, role: roleWords(props) }
  const id = `rolle-${item.id}`
  return (
    <fieldset class="seb-field">
      <legend class="sr-only">{fillText(text.answerTo, about)}</legend>
      <input type="hidden" name="vist" value={item.id} />
      {(['keep', 'remove'] as const).map((answer) => (
        <div class="form-group-radio">
          <input class="form-radio" type="radio" id={`${id}-${answer}`} name={id} value={answer} />
          <label class="form-label" for={`${id}-${answer}`}>
            {text[answer]}
          </label>
        </div>
      ))}
      <a class="seb-hit" href={changeRolePath(item.accountId, item.id)}>
        {text.change}
        <span class="sr-only">{fillText(text.changeHidden, about)}</span>
      </a>
    </fieldset>
  )
}

function AnsweredCell(props: RowProps) {
  const { frame, item, review, now } = props
  const { language } = frame.shell
  const text = reviewsText[language].page
  const decision = text.decisions[standingOf({ ...item, ...review }, now)]
  const { decidedBy, decidedAt } = item
  const words =
    decidedBy && decidedAt
      ? fillText(text.by, { decision, name: decidedBy, date: formatDate(decidedAt, language) })
      : decision
  const undone = item.decision === 'removed' && decidedAt !== null && now < daysAfter(decidedAt, undoDays)
  return (
    <>
      <span>{words}</span>
      {undone && item.withdrawnAt?.getTime() === decidedAt.getTime() && (
        <form method="post" action={reviewPath(review.id, 'fortryd')}>
          <button class="button button-secondary" type="submit" name="rolle" value={item.id}>
            {text.undo}
            <span class="sr-only">{fillText(text.undoHidden, { name: item.name, role: roleWords(props) })}</span>
          </button>
        </form>
      )}
    </>
  )
}
