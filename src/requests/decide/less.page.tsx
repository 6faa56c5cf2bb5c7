/** "Godkend med mindre": the same fields as where a role is given, filled in with what was asked for. */
import { EffectFields, Mistakes } from '../../access/admin/assign/assign-fields.tsx'
import type { Assignable } from '../../access/admin/assign/assign-role.ts'
import type { FieldMistake, TypedAssignment } from '../../access/admin/assign/check-assignment.ts'
import { conflictFields } from '../../access/conflicts/allow-conflicts.ts'
import { ConflictPanel } from '../../access/conflicts/conflict-panel.tsx'
import type { Conflict } from '../../access/conflicts/find-conflicts.ts'
import { fillText } from '../../web/fill.ts'
import { addressOf, FormCarries, RequestLayout, type RequestPageProps } from './request.page.tsx'
import { RequestFacts } from './request-facts.tsx'
import { decideText } from './text.ts'
import { WordsField } from './words-field.tsx'

export type LessPageProps = Omit<RequestPageProps, 'mistake' | 'ownPersonId'> & {
  readonly assignable: Assignable
  readonly typed: TypedAssignment
  readonly mistakes: readonly FieldMistake[]
  readonly conflicts: readonly Conflict[]
}

export function LessPage(props: LessPageProps) {
  const { frame, described, assignable, typed, mistakes, words, wordsMistake } = props
  const { shell } = frame
  const text = decideText[shell.language]
  const { name } = described.employee
  const fields = { shell, assignable: assignable.assignable, units: assignable.units, typed, mistakes }
  return (
    <RequestLayout {...props} title={text.less} lead={fillText(text.lessLead, { name })}>
      <Mistakes {...fields} />
      <RequestFacts {...props} />
      <form class="seb-form" method="post" action={addressOf(props, 'mindre')}>
        <FormCarries {...props} />
        <EffectFields {...fields} />
        <ConflictPanel
          language={shell.language}
          {...props}
          wrong={mistakes.some(({ field }) => field === conflictFields.reason)}
        />
        <WordsField
          shell={shell}
          label={fillText(text.words, { name })}
          hint={text.wordsHint}
          mistake={wordsMistake}
          {...{ words, name }}
        />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.approve}
          </button>
          <a class="seb-hit" href={addressOf(props)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </RequestLayout>
  )
}
