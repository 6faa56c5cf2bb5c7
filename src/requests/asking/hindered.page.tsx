/** Nothing can be asked for now: why, and who can do something about it. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { HelpBox } from '../../web/help-box.tsx'
import type { Hindrance } from './asker.tsx'
import { askText } from './text.ts'

type HinderedPageProps = {
  readonly frame: AdminFrame
  readonly hindrance: Hindrance
  readonly organisation: string
}

export function HinderedPage({ frame, hindrance, organisation }: HinderedPageProps) {
  const text = askText[frame.shell.language].hindered[hindrance]
  return (
    <AdminLayout {...frame} title={fillText(text.title, { organisation })} lead={text.what}>
      <HelpBox shell={frame.shell} />
    </AdminLayout>
  )
}
