/** "Hvad skal den gælde for, og hvorfor?": scopes, dates and one sentence. */
import { EffectFields } from '../../access/admin/assign/assign-fields.tsx'
import { assignText } from '../../access/admin/assign/text.ts'
import { FormField, MistakeSummary, type SaidMistake } from '../../access/admin/form-field.tsx'
import { fillText } from '../../web/fill.ts'
import { draftPath } from '../request-paths.ts'
import { longestReason, type NeedMistakes, type TypedNeed } from './check-draft.ts'
import { type ChoosingProps, StepPage } from './choose-parts.tsx'
import type { DraftFacts } from './draft-facts.ts'
import { askText } from './text.ts'

export type NeedPageProps = ChoosingProps & {
  readonly draftId: string
  readonly facts: DraftFacts
  readonly typed: TypedNeed
  readonly mistakes: NeedMistakes
  /** Somebody new says where the answer goes. */
  readonly asksForEmail: boolean
}

export function NeedPage(props: NeedPageProps) {
  const { frame, draftId, facts, typed, mistakes, asksForEmail, organisation } = props
  const { shell } = frame
  const danish = shell.language === 'da'
  const text = askText[shell.language]
  const { assignable, service } = facts
  const role = assignable && (danish ? assignable.role.nameDa : assignable.role.nameEn)
  const about = [role, service && (danish ? service.nameDa : service.nameEn)].filter((part) => part !== null).join(', ')
  const said = saidMistakes(props)
  return (
    <StepPage
      {...props}
      title={assignable ? text.need.title : text.need.accountTitle}
      lead={about || fillText(text.need.accountOnlyLead, { organisation })}
    >
      <MistakeSummary title={text.need.fails} mistakes={said} />
      <form class="seb-form" method="post" action={draftPath(draftId, 'hvad')}>
        {assignable && (
          <EffectFields
            shell={shell}
            assignable={assignable}
            units={facts.units}
            typed={typed.terms}
            mistakes={mistakes.terms}
          />
        )}
        <FormField
          id="hvorfor"
          label={assignable ? text.need.reason : text.need.accountReason}
          hint={text.need.reasonHint}
          mistakes={said}
        >
          <textarea class="form-input" id="hvorfor" name="hvorfor" rows={3} aria-describedby="hvorfor-fejl">
            {typed.reason}
          </textarea>
        </FormField>
        {asksForEmail && (
          <FormField id="mail" label={text.need.email} hint={text.need.emailHint} mistakes={said}>
            <input
              class="form-input"
              type="email"
              id="mail"
              name="mail"
              value={typed.email}
              autocomplete="email"
              aria-describedby="mail-fejl"
            />
          </FormField>
        )}
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.need.toCheck}
          </button>
        </div>
      </form>
    </StepPage>
  )
}

function saidMistakes({ frame, facts, typed, mistakes }: NeedPageProps): SaidMistake[] {
  const { language } = frame.shell
  const days = facts.assignable?.role.longestDays ?? 0
  const terms = mistakes.terms.map(({ field, mistake }) => ({
    field,
    sentence: fillText(assignText[language].mistakes[mistake], { days }),
  }))
  const own = mistakes.own.map(({ field, mistake }) => ({
    field,
    sentence: fillText(askText[language].need.mistakes[mistake], { most: longestReason, length: typed.reason.length }),
  }))
  return [...terms, ...own]
}
