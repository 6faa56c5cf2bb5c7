/** "Hvad skal der ske med 37 medarbejdere?": one deed for everybody who was ticked. */
import type { Child } from 'hono/jsx'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { Language } from '../../../web/languages.ts'
import { adminPaths, bulkPath } from '../admin-paths.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import type { ChosenDeed } from './bulk-columns.ts'
import type { BulkRole } from './bulk-facts.store.ts'
import { bulkText } from './text.ts'

export type TypedDeed = {
  readonly deed: ChosenDeed
  readonly roleId: string
  readonly unitId: string
  readonly scope: string
  readonly from: string
  readonly until: string
  readonly reason: string
}

export type DeedMistake = 'roleMissing' | 'unitMissing' | 'reasonMissing'

export type ChooseDeedPageProps = {
  readonly frame: AdminFrame
  readonly jobId: string
  readonly count: number
  readonly typed: TypedDeed
  readonly roles: readonly BulkRole[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly mistakes: readonly DeedMistake[]
}

const fields: Readonly<Record<DeedMistake, string>> = {
  roleMissing: 'rolle',
  unitMissing: 'enhed',
  reasonMissing: 'begrundelse',
}

export function ChooseDeedPage(props: ChooseDeedPageProps) {
  const { frame, jobId, count, typed, mistakes } = props
  const { language } = frame.shell
  const text = bulkText[language]
  const number = new Intl.NumberFormat(language).format(count)
  const title = count === 1 ? text.choose.titleOne : fillText(text.choose.title, { count: number })
  return (
    <AdminLayout
      {...frame}
      title={title}
      lead={`${text.choose.deeds[typed.deed]}. ${text.choose.lead}`}
      breadcrumb={[{ name: employeesText[language].title, href: adminPaths.employees }]}
    >
      {mistakes.length > 0 && (
        <div class="seb-mistakes" role="alert">
          <h2>{text.mistakesTitle}</h2>
          <ul>
            {mistakes.map((mistake) => (
              <li>
                <a href={`#${fields[mistake]}`}>{text.choose[mistake]}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form class="seb-form" method="post" action={bulkPath(jobId, 'hvad')}>
        <input type="hidden" name="goer" value={typed.deed} />
        {(typed.deed === 'give' || typed.deed === 'take-back') && <RoleFields {...props} />}
        {typed.deed === 'move' && (
          <Field {...props} mistake="unitMissing" label={text.choose.unit}>
            <select class="form-select" id="enhed" name="enhed" aria-describedby="enhed-fejl">
              <option value="">{text.choose.pick}</option>
              {props.units.map(({ id, name }) => (
                <option value={id} selected={id === typed.unitId}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field {...props} mistake="reasonMissing" label={text.reason} hint={employeeAndLog[language]}>
          <input
            class="form-input"
            type="text"
            id="begrundelse"
            name="begrundelse"
            maxlength={500}
            value={typed.reason}
            aria-describedby="begrundelse-fejl"
          />
        </Field>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.check}
          </button>
          <a class="seb-hit" href={adminPaths.employees}>
            {text.choose.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

const employeeAndLog: Record<Language, string> = {
  da: 'Både medarbejderne og loggen får den at vide.',
  en: 'Both the employees and the log are told.',
}

function RoleFields(props: ChooseDeedPageProps) {
  const { frame, typed, roles } = props
  const { language } = frame.shell
  const text = bulkText[language].choose
  const da = language === 'da'
  const byService = Map.groupBy(roles, ({ service }) => (da ? service.nameDa : service.nameEn))
  return (
    <>
      <Field {...props} mistake="roleMissing" label={text.role}>
        <select class="form-select" id="rolle" name="rolle" aria-describedby="rolle-fejl">
          <option value="">{text.pick}</option>
          {[...byService].map(([service, some]) => (
            <optgroup label={service}>
              {some.map(({ id, nameDa, nameEn }) => (
                <option value={id} selected={id === typed.roleId}>
                  {da ? nameDa : nameEn}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      {typed.deed === 'give' && (
        <>
          <div class="seb-field">
            <label class="form-label" for="omfang">
              {text.scope}
            </label>
            <span class="form-hint" id="omfang-hjaelp">
              {text.scopeHint}
            </span>
            <input
              class="form-input"
              type="text"
              id="omfang"
              name="omfang"
              value={typed.scope}
              aria-describedby="omfang-hjaelp"
              autocomplete="off"
            />
          </div>
          <div class="seb-dates">
            <div class="seb-field">
              <label class="form-label" for="fra">
                {text.from}
              </label>
              <input class="form-input" type="date" id="fra" name="fra" value={typed.from} />
            </div>
            <div class="seb-field">
              <label class="form-label" for="til">
                {text.until}
              </label>
              <span class="form-hint">{text.untilHint}</span>
              <input class="form-input" type="date" id="til" name="til" value={typed.until} />
            </div>
          </div>
        </>
      )}
    </>
  )
}

function Field({
  frame,
  mistakes,
  mistake,
  label,
  hint,
  children,
}: ChooseDeedPageProps & { mistake: DeedMistake; label: string; hint?: string; children: Child }) {
  const id = fields[mistake]
  const wrong = mistakes.includes(mistake)
  return (
    <div class={wrong ? 'seb-field seb-field--bad' : 'seb-field'}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint && <span class="form-hint">{hint}</span>}
      <p class="seb-mistake" id={`${id}-fejl`}>
        {wrong ? bulkText[frame.shell.language].choose[mistake] : ''}
      </p>
      {children}
    </div>
  )
}
