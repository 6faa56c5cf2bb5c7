/** "Flyt til en anden enhed": first where to, then what becomes of the roles that applied to the unit that is left. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { adminPaths, employeePath, movePath } from '../admin-paths.ts'
import { namedNumber } from '../assign/unit-numbers.ts'
import { decideText } from '../decide/text.ts'
import type { Employee } from '../employees/employee.store.ts'
import { employeesText } from '../employees/text.ts'
import { FormField, MistakeSummary, type SaidMistake } from '../form-field.tsx'
import type { AdminFrame } from '../frame.ts'
import { type Movable, type PlannedMove, shownMove } from './move-employee.ts'
import { type AffectedRole, type MoveChoice, moveChoices } from './plan-move.ts'
import { moveText } from './text.ts'

export type ChooseUnitPageProps = Movable & { readonly frame: AdminFrame; readonly mistake: boolean }

export function ChooseUnitPage({ frame, employee, units, mistake }: ChooseUnitPageProps) {
  const { language } = frame.shell
  const text = moveText[language]
  const mistakes = mistake ? [{ field: 'enhed', sentence: text.noUnit }] : []
  return (
    <AdminLayout {...frame} {...pageOf(frame, employee)} lead={leadOf(frame, employee)}>
      <MistakeSummary title={decideText[language].mistakesTitle} mistakes={mistakes} />
      {units.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.nowhere}</p>
          <p>{text.nowhereNext}</p>
        </div>
      ) : (
        <form class="seb-form" method="get" action={movePath(employee.account.id)}>
          <FormField id="enhed" label={text.to} mistakes={mistakes}>
            <select class="form-select" id="enhed" name="enhed" aria-describedby="enhed-fejl">
              <option value="">{text.pick}</option>
              {units.map(({ unit, above }) => (
                <option value={unit.id}>{[...above, unit.name].join(' › ')}</option>
              ))}
            </select>
          </FormField>
          <div class="seb-actions">
            <button class="button button-primary" type="submit">
              {text.next}
            </button>
            <a class="seb-hit" href={employeePath(employee.account.id)}>
              {decideText[language].cancel}
            </a>
          </div>
        </form>
      )}
    </AdminLayout>
  )
}

export type MovePageProps = PlannedMove & {
  readonly frame: AdminFrame
  readonly reason: string
  readonly choiceOf: (assignmentId: string) => MoveChoice
  readonly mistake: 'reason-missing' | 'changed-meanwhile' | null
}

export function MovePage(props: MovePageProps) {
  const { frame, employee, to, affected, reason, mistake } = props
  const { language } = frame.shell
  const text = moveText[language]
  const words = decideText[language]
  const mistakes: SaidMistake[] =
    mistake === 'reason-missing' ? [{ field: 'begrundelse', sentence: words.reasonMissing }] : []
  return (
    <AdminLayout
      {...frame}
      {...pageOf(frame, employee)}
      title={fillText(text.checkTitle, { name: employee.name, unit: to.unit.name })}
      lead={leadOf(frame, employee)}
    >
      <MistakeSummary title={words.mistakesTitle} mistakes={mistakes} />
      {mistake === 'changed-meanwhile' && (
        <div class="seb-callout" role="alert">
          <h2>{text.nowTitle}</h2>
          <p>{text.now}</p>
        </div>
      )}
      <form class="seb-form" method="post" action={movePath(employee.account.id)}>
        <input type="hidden" name="set" value={shownMove(props)} />
        <input type="hidden" name="enhed" value={to.unit.id} />
        <h2>{text.roles}</h2>
        {affected.length === 0 ? <p>{text.noRoles}</p> : <p class="quiet">{text.rolesLead}</p>}
        {affected.map((role) => (
          <RoleChoice {...props} role={role} />
        ))}
        <FormField id="begrundelse" label={words.reason} hint={words.reasonHint} mistakes={mistakes}>
          <input
            class="form-input"
            type="text"
            id="begrundelse"
            name="begrundelse"
            value={reason}
            maxlength={500}
            aria-describedby="begrundelse-fejl"
          />
        </FormField>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.move}
          </button>
          <a class="seb-hit" href={movePath(employee.account.id)}>
            {text.otherUnit}
          </a>
          <a class="seb-hit" href={employeePath(employee.account.id)}>
            {words.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

export const choiceField = (assignmentId: string) => `rolle-${assignmentId}`

/** What each choice does, in words, with the values by name. */
function RoleChoice(props: MovePageProps & { role: AffectedRole }) {
  const { frame, role: affected, unitNumbers, choiceOf, employee } = props
  const { language } = frame.shell
  const text = moveText[language]
  const { assignment, service } = affected.right
  const words = (scopes: Readonly<Record<string, readonly string[]>>) =>
    assignment.role.scopes
      .flatMap(({ key, kind }) =>
        Object.hasOwn(scopes, key) ? (scopes[key] ?? []).map((value) => namedNumber(unitNumbers, kind, value)) : [],
      )
      .join(', ')
  const effects: Record<MoveChoice, string> = {
    skift: fillText(text.choices.skift, { values: affected.scopes ? words(affected.scopes) : '' }),
    behold: fillText(text.choices.behold, { values: words(assignment.scopes) }),
    tag: fillText(text.choices.tag, { name: employee.name }),
  }
  const field = choiceField(assignment.id)
  const chosen = choiceOf(assignment.id) === 'skift' && !affected.scopes ? 'behold' : choiceOf(assignment.id)
  return (
    <fieldset class="seb-field">
      <legend>
        {language === 'da' ? assignment.role.nameDa : assignment.role.nameEn},{' '}
        {language === 'da' ? service.nameDa : service.nameEn}
      </legend>
      {affected.obstacle && <span class="form-hint">{text.obstacles[affected.obstacle]}</span>}
      {moveChoices
        .filter((choice) => choice !== 'skift' || affected.scopes)
        .map((choice) => (
          <div class="form-group-radio">
            <input
              class="form-radio"
              type="radio"
              id={`${field}-${choice}`}
              name={field}
              value={choice}
              checked={choice === chosen}
            />
            <label class="form-label" for={`${field}-${choice}`}>
              {effects[choice]}
            </label>
          </div>
        ))}
    </fieldset>
  )
}

function pageOf(frame: AdminFrame, employee: Employee) {
  const { language } = frame.shell
  return {
    title: fillText(moveText[language].title, { name: employee.name }),
    breadcrumb: [
      { name: employeesText[language].title, href: adminPaths.employees },
      { name: employee.name, href: employeePath(employee.account.id) },
    ],
  }
}

function leadOf(frame: AdminFrame, { account }: Employee): string {
  const { language } = frame.shell
  return fillText(moveText[language].from, { unit: account.unit?.name ?? employeesText[language].noUnit })
}
