/** "Rollekonflikter": the rules about roles that must not be held together. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import type { Language } from '../../web/languages.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { ruleBelow } from './conflict-paths.ts'
import type { RoleInConflict } from './conflict-rule.ts'
import type { KeptRule } from './rules.store.ts'
import { rulesText } from './rules-text.ts'

export type RulesPageProps = {
  readonly frame: AdminFrame
  readonly base: string
  readonly rules: readonly KeptRule[]
  readonly mayChange: (rule: KeptRule) => boolean
  /** Something has just been saved. */
  readonly done: boolean
}

export function RulesPage({ frame, base, rules, mayChange, done }: RulesPageProps) {
  const { language } = frame.shell
  const text = rulesText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        <a class="button button-primary" href={ruleBelow.add(base)}>
          {text.add}
        </a>
      }
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p>{text.saved}</p>
        </div>
      )}
      {rules.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.roles}</th>
              <th scope="col">{text.limit}</th>
              <th scope="col">{text.effect}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr>
                <th scope="row">
                  {mayChange(rule) ? (
                    <a class="seb-name seb-hit" href={ruleBelow.rule(base, rule.id)}>
                      {nameOf(rule, language)}
                    </a>
                  ) : (
                    <>
                      <span class="seb-name">{nameOf(rule, language)}</span>
                      <small>{text.ofManagement}</small>
                    </>
                  )}
                </th>
                <td data-title={text.roles}>
                  <ul class="plain-list">
                    {rule.roles.map((role) => (
                      <li>{roleInWords(role, language)}</li>
                    ))}
                  </ul>
                </td>
                <td data-title={text.limit}>
                  <span>{limitInWords(rule, language)}</span>
                </td>
                <td data-title={text.effect}>
                  <span>{text.effects[rule.effect]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminLayout>
  )
}

export function nameOf({ nameDa, nameEn }: { nameDa: string; nameEn: string }, language: Language): string {
  return language === 'da' ? nameDa : nameEn
}

export function roleInWords(role: RoleInConflict, language: Language): string {
  return fillText(rulesText[language].role, { role: nameOf(role, language), service: nameOf(role.service, language) })
}

function limitInWords({ atMost, roles }: KeptRule, language: Language): string {
  const text = rulesText[language]
  if (atMost === 1) return roles.length === 2 ? text.notTogether : text.oneOf
  return fillText(text.atMostOf, { count: atMost })
}
