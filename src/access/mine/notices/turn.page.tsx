/** A notice to somebody in another capacity than the one they act in: one press changes it and leads on. */
import { noticePath, noticePaths } from '../../../notices/notice-paths.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { type AdminFrame, actsFor } from '../../admin/frame.ts'
import { adminText } from '../../admin/pages/text.ts'
import type { Capacity } from '../../capacities/capacity.ts'
import { myNoticesText } from './text.ts'

export type TurnPageProps = {
  readonly frame: AdminFrame
  readonly noticeId: string
  readonly now: Capacity
  readonly needed: Capacity
}

export function TurnPage({ frame, noticeId, now, needed }: TurnPageProps) {
  const { language } = frame.shell
  const text = myNoticesText[language]
  const capacities = adminText[language].capacities
  const values = { capacity: capacities[needed.kind], for: actsFor(needed, language) }
  return (
    <AdminLayout
      {...frame}
      title={text.turn.title}
      lead={fillText(text.turn.lead, { ...values, now: `${actsFor(now, language)} (${capacities[now.kind]})` })}
    >
      <form class="seb-actions" method="post" action={noticePath(noticeId)}>
        <button class="button button-primary" type="submit">
          {fillText(text.turn.go, values)}
        </button>
        <a href={noticePaths.list}>{text.turn.back}</a>
      </form>
    </AdminLayout>
  )
}
