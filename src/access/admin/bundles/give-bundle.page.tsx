/** A bundle for one employee: what all of it will be, dates and why; or what changes when they are brought up to date. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { explainText } from '../../explain/text.ts'
import { HoursFields } from '../../hours/hours-fields.tsx'
import type { FailedCondition } from '../../roles/effective-roles.ts'
import { adminPaths, assignPath, bundlePath, employeePath, givenBundlePath } from '../admin-paths.ts'
import type { TypedAssignment } from '../assign/check-assignment.ts'
import { assignText } from '../assign/text.ts'
import { decideText } from '../decide/text.ts'
import { employeesText } from '../employees/text.ts'
import { FormField, MistakeSummary, type SaidMistake } from '../form-field.tsx'
import type { AdminFrame } from '../frame.ts'
import { rolesText } from '../roles/text.ts'
import { isDifferent, resolvedScopes } from './bundle.ts'
import { type BundleMistake, partField, rolesField, sayBundleMistake } from './bundle-mistake.ts'
import { type GivableBundle, shownBundle } from './give-bundle.ts'
import { roleName, valueWords } from './part-words.ts'
import { bundlesText } from './text.ts'

type CommonProps = GivableBundle & {
  readonly frame: AdminFrame
  readonly formId: string
  readonly mistakes: readonly BundleMistake[]
}

export type GiveBundlePageProps = CommonProps & {
  readonly terms: Omit<TypedAssignment, 'scopes'>
  /** Role id → why it would have no effect at once; null: it would. */
  readonly fails: ReadonlyMap<string, FailedCondition | null>
}

export function GiveBundlePage(props: GiveBundlePageProps) {
  const { frame, employee, bundle, formId, terms, mistakes } = props
  const { language } = frame.shell
  const text = bundlesText[language]
  const words = assignText[language]
  const said = mistakes.map((mistake) => sayBundleMistake(mistake, language))
  const longest = Math.min(...props.assignable.flatMap(({ role }) => role.longestDays ?? []))
  const untilHint = Number.isFinite(longest) ? fillText(words.untilNeeded, { days: longest }) : words.untilHint
  return (
    <AdminLayout {...frame} {...pageOf(props, text.giveTitle)} lead={text.giveLead}>
      <MistakeSummary title={text.mistakesTitle} mistakes={said} />
      <PartsTable {...props} said={said} />
      <form class="seb-form" method="post" action={givenBundlePath(employee.account.id, bundle.id)}>
        <input type="hidden" name="id" value={formId} />
        <input type="hidden" name="version" value={String(bundle.version)} />
        <div class="seb-dates">
          <FormField id="fra" label={words.from} mistakes={said}>
            <input class="form-input" type="date" id="fra" name="fra" value={terms.from} aria-describedby="fra-fejl" />
          </FormField>
          <FormField id="til" label={words.until} hint={untilHint} mistakes={said}>
            <input class="form-input" type="date" id="til" name="til" value={terms.until} aria-describedby="til-fejl" />
          </FormField>
        </div>
        <HoursFields language={language} typed={terms.hours} mistakes={said} />
        <Reason {...props} said={said} reason={terms.reason} hint={words.reasonHint} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.give}
          </button>
          <a class="seb-hit" href={employeePath(employee.account.id)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

function PartsTable(props: GiveBundlePageProps & { said: readonly SaidMistake[] }) {
  const { frame, employee, bundle, units, others, fails, said } = props
  const { language } = frame.shell
  const text = bundlesText[language]
  const words = assignText[language]
  return (
    <table class="seb-table" id={rolesField}>
      <caption>{text.roles}</caption>
      <thead>
        <tr>
          {[rolesText[language].role, text.service, text.appliesTo, words.effect].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bundle.parts.map((part) => {
          const { role } = part
          const mistake = said.find(({ field }) => field === partField(role.id))
          const why = fails.get(role.id)
          const beside = others.some(
            ({ assignment }) => assignment.role.id === role.id && assignment.withdrawnAt === null,
          )
          return (
            <tr id={partField(role.id)}>
              <th scope="row">
                <span class="seb-name">{roleName(role, language)}</span>
                {mistake && <p class="seb-mistake">{mistake.sentence}</p>}
                {beside && <small>{text.alreadyBeside}</small>}
              </th>
              <td data-title={text.service}>
                <span>{roleName(part.service, language)}</span>
              </td>
              <td data-title={text.appliesTo}>
                <span>
                  {valueWords(part, resolvedScopes(part, units, employee.account.unit?.id ?? null), units, language)}
                </span>
              </td>
              <td data-title={words.effect}>
                <span>
                  {why ? fillText(words.worksNot, { why: explainText[language].conditions[why] }) : words.works}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export type UpdateBundlePageProps = CommonProps & { readonly reason: string }

export function UpdateBundlePage(props: UpdateBundlePageProps) {
  const { frame, employee, bundle, formId, difference, mistakes, reason } = props
  const { language } = frame.shell
  const text = bundlesText[language]
  const said = mistakes.map((mistake) => sayBundleMistake(mistake, language))
  const changes = changesOf(props)
  return (
    <AdminLayout {...frame} {...pageOf(props, text.bringUpTitle)}>
      <MistakeSummary title={text.mistakesTitle} mistakes={said} />
      {isDifferent(difference) ? (
        <form class="seb-form" method="post" action={givenBundlePath(employee.account.id, bundle.id, 'opdater')}>
          <input type="hidden" name="id" value={formId} />
          <input type="hidden" name="set" value={shownBundle(props)} />
          <div class="seb-callout" id={rolesField}>
            <h2>{text.consequences}</h2>
            <ul>
              {changes.map(({ roleId, sentence }) => (
                <li id={partField(roleId)}>{sentence}</li>
              ))}
            </ul>
            {difference.missing.length > 0 && <p>{text.lastsUntil}</p>}
          </div>
          <Reason {...props} said={said} reason={reason} hint={decideText[language].reasonHint} />
          <div class="seb-actions">
            <button class="button button-primary" type="submit">
              {text.bringUp}
            </button>
            <a class="seb-hit" href={bundlePath(bundle.id)}>
              {text.cancel}
            </a>
          </div>
        </form>
      ) : (
        <p id={rolesField}>{text.nothingToDo}</p>
      )}
    </AdminLayout>
  )
}

function changesOf({ frame, difference, bundle, units }: UpdateBundlePageProps) {
  const { language } = frame.shell
  const text = bundlesText[language]
  const partOf = (roleId: string) => bundle.parts.find(({ role }) => role.id === roleId)
  return [
    ...difference.missing.map(({ part, scopes }) => ({
      roleId: part.role.id,
      sentence: fillText(text.gets, {
        role: roleName(part.role, language),
        values: valueWords(part, scopes, units, language),
      }),
    })),
    ...difference.changed.map(({ right: { assignment }, scopes }) => {
      const part = partOf(assignment.role.id)
      const values = part ? valueWords(part, scopes, units, language) : ''
      return {
        roleId: assignment.role.id,
        sentence: fillText(text.becomes, { role: roleName(assignment.role, language), values }),
      }
    }),
    ...difference.extra.map(({ assignment }) => ({
      roleId: assignment.role.id,
      sentence: fillText(text.loses, { role: roleName(assignment.role, language) }),
    })),
  ]
}

type ReasonProps = {
  readonly frame: AdminFrame
  readonly said: readonly SaidMistake[]
  readonly reason: string
  readonly hint: string
}

function Reason({ frame, said, reason, hint }: ReasonProps) {
  return (
    <FormField id="begrundelse" label={assignText[frame.shell.language].reason} hint={hint} mistakes={said}>
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
  )
}

function pageOf({ frame, employee, bundle }: CommonProps, title: string) {
  const { language } = frame.shell
  return {
    title: fillText(title, { name: employee.name, bundle: bundle.name }),
    breadcrumb: [
      { name: employeesText[language].title, href: adminPaths.employees },
      { name: employee.name, href: employeePath(employee.account.id) },
      { name: assignText[language].assign, href: assignPath(employee.account.id) },
    ],
  }
}
