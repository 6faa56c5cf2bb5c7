/** One rule about roles that must not be held together: which services first, then which of their roles, how many, and what then. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import type { Language } from '../../web/languages.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { ChoicesField, Meanwhile, Mistakes, Save, TextField, type Wrong } from '../management/fields.tsx'
import { ruleBelow } from './conflict-paths.ts'
import type { RoleInConflict } from './conflict-rule.ts'
import { nameOf, roleInWords } from './rules.page.tsx'
import type { KeptRule } from './rules.store.ts'
import { rulesText } from './rules-text.ts'
import { effects, type RuleMistake, ruleFields, type TypedRule } from './save-rule.ts'

export type ChooseServicesPageProps = {
  readonly frame: AdminFrame
  readonly base: string
  readonly services: readonly { id: string; nameDa: string; nameEn: string }[]
  readonly chosen: readonly string[]
}

export function ChooseServicesPage({ frame, base, services, chosen }: ChooseServicesPageProps) {
  const { language } = frame.shell
  const text = rulesText[language]
  return (
    <AdminLayout {...frame} title={text.add} lead={text.chooseServices} breadcrumb={[{ name: text.title, href: base }]}>
      <form class="seb-form" method="get" action={ruleBelow.add(base)}>
        <ChoicesField
          id="tjeneste"
          label={text.services}
          hint={text.servicesHint}
          wrong={{}}
          kind="checkbox"
          choices={services.map((service) => ({ value: service.id, name: nameOf(service, language) }))}
          chosen={chosen}
        />
        <Save language={language} button={text.goOn} back={base} />
      </form>
    </AdminLayout>
  )
}

export type RuleFormPageProps = {
  readonly frame: AdminFrame
  readonly base: string
  /** Null: a new one. */
  readonly rule: KeptRule | null
  /** Those to tick among. */
  readonly roles: readonly RoleInConflict[]
  readonly typed: TypedRule
  readonly formId?: string
  readonly mistakes: Partial<Record<string, RuleMistake>>
  /** What another has saved meanwhile. */
  readonly stands?: KeptRule
  readonly breaches?: { people: number; organisations: number }
}

export function RuleFormPage(props: RuleFormPageProps) {
  const { frame, base, rule, roles, typed, formId, breaches } = props
  const { language } = frame.shell
  const text = rulesText[language]
  const wrong: Wrong = Object.fromEntries(
    Object.entries(props.mistakes).flatMap(([field, mistake]) => (mistake ? [[field, text.mistakes[mistake]]] : [])),
  )
  const serviceIds = [...new Set(roles.map(({ service }) => service.id))]
  return (
    <AdminLayout
      {...frame}
      title={rule ? nameOf(rule, language) : text.add}
      breadcrumb={[{ name: text.title, href: base }]}
      actions={
        rule && (
          <a class="button button-secondary" href={ruleBelow.end(base, rule.id)}>
            {text.end}
          </a>
        )
      }
    >
      <Mistakes language={language} wrong={wrong} />
      {props.stands && <Meanwhile language={language} stands={standing(props.stands, typed, language)} />}
      {breaches && breaches.people > 0 && (
        <section class="seb-callout">
          <h2>{text.brokenTitle}</h2>
          <p>{fillText(text.broken, breaches)}</p>
        </section>
      )}
      <form class="seb-form" method="post" action={rule ? ruleBelow.rule(base, rule.id) : ruleBelow.add(base)}>
        {rule ? (
          <input type="hidden" name="version" value={rule.version} />
        ) : (
          <>
            <input type="hidden" name="id" value={formId} />
            {serviceIds.map((id) => (
              <input type="hidden" name="tjeneste" value={id} />
            ))}
          </>
        )}
        <TextField
          id={ruleFields.nameDa}
          label={text.nameDa}
          hint={text.nameHint}
          longest={100}
          wrong={wrong}
          value={typed.nameDa}
        />
        <TextField id={ruleFields.nameEn} label={text.nameEn} longest={100} wrong={wrong} value={typed.nameEn} />
        <TextField
          id={ruleFields.whyDa}
          label={text.whyDa}
          hint={text.whyHint}
          longest={500}
          wrong={wrong}
          value={typed.whyDa}
        />
        <TextField id={ruleFields.whyEn} label={text.whyEn} longest={500} wrong={wrong} value={typed.whyEn} />
        <ChoicesField
          id={ruleFields.roles}
          label={text.roles}
          hint={text.rolesHint}
          wrong={wrong}
          kind="checkbox"
          choices={roles.map((role) => ({ value: role.id, name: roleInWords(role, language) }))}
          chosen={typed.roleIds}
        />
        <TextField
          id={ruleFields.atMost}
          label={text.atMost}
          hint={text.atMostHint}
          longest={3}
          wrong={wrong}
          value={typed.atMost}
        />
        <ChoicesField
          id={ruleFields.effect}
          label={text.effect}
          wrong={wrong}
          kind="radio"
          choices={effects.map((effect) => ({
            value: effect,
            name: text.effects[effect],
            hint: text.effectHints[effect],
          }))}
          chosen={typed.effect ? [typed.effect] : []}
        />
        <Save language={language} button={text.save} back={base} />
      </form>
    </AdminLayout>
  )
}

/** What stands now where it differs from what was typed. */
function standing(rule: KeptRule, typed: TypedRule, language: Language): [string, string][] {
  const text = rulesText[language]
  const names = (roles: readonly RoleInConflict[]) => roles.map((role) => roleInWords(role, language)).join(', ')
  const same = rule.roles.length === typed.roleIds.length && rule.roles.every(({ id }) => typed.roleIds.includes(id))
  const all: [string, string, boolean][] = [
    [text.nameDa, rule.nameDa, rule.nameDa === typed.nameDa],
    [text.nameEn, rule.nameEn, rule.nameEn === typed.nameEn],
    [text.whyDa, rule.whyDa, rule.whyDa === typed.whyDa],
    [text.whyEn, rule.whyEn, rule.whyEn === typed.whyEn],
    [text.roles, names(rule.roles), same],
    [text.atMost, String(rule.atMost), String(rule.atMost) === typed.atMost],
    [text.effect, text.effects[rule.effect], rule.effect === typed.effect],
  ]
  return all.flatMap(([name, value, kept]): [string, string][] => (kept ? [] : [[name, value]]))
}
