/** "Du har ikke brug for rollen mere": what happens, one sentence, and a way to leave things as they are. */

import { FormField, MistakeSummary } from '../../access/admin/form-field.tsx'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { loseRolePath, minePaths } from '../../access/mine/mine-paths.ts'
import type { Right } from '../../access/roles/rights.store.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { askPaths } from '../request-paths.ts'
import { longestReason, type wrongReason } from './check-draft.ts'
import { askText } from './text.ts'

export type LoseRolePageProps = {
  readonly frame: AdminFrame
  readonly right: Pick<Right, 'service'> & { readonly assignment: Pick<Right['assignment'], 'id' | 'role'> }
  readonly typed: string
  readonly mistake: ReturnType<typeof wrongReason>
  readonly tooMany: boolean
  readonly formId: string
}

export function LoseRolePage({ frame, right, typed, mistake, tooMany, formId }: LoseRolePageProps) {
  const { language } = frame.shell
  const danish = language === 'da'
  const text = askText[language]
  const { role } = right.assignment
  const sentences = { ...text.need.mistakes, 'reason-missing': text.lose.reasonMissing }
  const said = mistake
    ? [{ field: 'hvorfor', sentence: fillText(sentences[mistake], { most: longestReason, length: typed.length }) }]
    : []
  return (
    <AdminLayout
      {...frame}
      title={text.lose.title}
      breadcrumb={[{ name: text.title, href: askPaths.start }]}
      lead={fillText(text.lose.lead, {
        role: danish ? role.nameDa : role.nameEn,
        service: danish ? right.service.nameDa : right.service.nameEn,
      })}
    >
      <MistakeSummary title={text.need.fails} mistakes={said} />
      {tooMany && (
        <div class="seb-mistakes" role="alert">
          <p>{text.check.told['too-many']}</p>
        </div>
      )}
      <form class="seb-form" method="post" action={loseRolePath(right.assignment.id)}>
        <input type="hidden" name="id" value={formId} />
        <FormField id="hvorfor" label={text.lose.reason} hint={text.lose.reasonHint} mistakes={said}>
          <textarea class="form-input" id="hvorfor" name="hvorfor" rows={3} aria-describedby="hvorfor-fejl">
            {typed}
          </textarea>
        </FormField>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.lose.send}
          </button>
          <a class="seb-hit" href={minePaths.home}>
            {text.lose.keep}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
