/** One administrator: level and limits, for a new appointment and for a change of one. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { administratorPath, adminPaths } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import type { Administrator, LimitChoices } from './administrators.store.ts'
import { Mistake, type MistakeKey } from './mistake.tsx'
import { shownAs } from './save-appointment.ts'
import { administratorsText } from './text.ts'

export interface TypedTerms {
  level: string | null
  unitIds: readonly string[]
  serviceIds: readonly string[]
}

export type AdministratorFormPageProps = {
  readonly frame: AdminFrame
  readonly administrator: Administrator
  readonly choices: LimitChoices
  readonly typed: TypedTerms
  readonly mistake: MistakeKey | null
}

export function AdministratorFormPage({ frame, administrator, choices, typed, mistake }: AdministratorFormPageProps) {
  const { language } = frame.shell
  const text = administratorsText[language]
  const services = choices.services.map(({ id, nameDa, nameEn }) => ({ id, name: language === 'da' ? nameDa : nameEn }))
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.formTitle, { name: administrator.name })}
      breadcrumb={[{ name: text.title, href: adminPaths.administrators }]}
    >
      {mistake && <Mistake language={language} mistake={mistake} field="niveau-administrator" />}
      <form class="seb-form" method="post" action={administratorPath(administrator.accountId)}>
        <input type="hidden" name="set" value={shownAs(administrator)} />
        <fieldset class="seb-field">
          <legend>{text.level}</legend>
          <span class="form-hint">{text.levelHint}</span>
          {(['administrator', 'chief'] as const).map((level) => (
            <div class="form-group-radio">
              <input
                class="form-radio"
                type="radio"
                id={`niveau-${level}`}
                name="niveau"
                value={level}
                checked={typed.level === level}
              />
              <label class="form-label" for={`niveau-${level}`}>
                {text.levels[level]}
              </label>
            </div>
          ))}
        </fieldset>
        <h2>{text.limits}</h2>
        <p class="quiet">{text.limitsHint}</p>
        <Ticks legend={text.units} name="enhed" choices={choices.units} chosen={typed.unitIds} />
        <Ticks legend={text.services} name="tjeneste" choices={services} chosen={typed.serviceIds} />
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a href={adminPaths.administrators}>{text.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}

type TicksProps = {
  readonly legend: string
  readonly name: string
  readonly choices: readonly { id: string; name: string }[]
  readonly chosen: readonly string[]
}

function Ticks({ legend, name, choices, chosen }: TicksProps) {
  if (choices.length === 0) return null
  return (
    <fieldset class="seb-field">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <div class="form-group-checkbox">
          <input
            class="form-checkbox"
            type="checkbox"
            id={`${name}-${choice.id}`}
            name={name}
            value={choice.id}
            checked={chosen.includes(choice.id)}
          />
          <label class="form-label" for={`${name}-${choice.id}`}>
            {choice.name}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
