/** "Luk organisationen?", and opening it again: who loses or gets back how much, before it is done. */
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { type Counted, shownCounts } from '../counted.ts'
import { countWords, EffectPage } from '../effect.page.tsx'
import { managementPaths, organisationDeedPath, organisationPath } from '../management-paths.ts'
import { organisationsText } from './text.ts'

export type ClosePageProps = {
  readonly frame: AdminFrame
  readonly organisation: { readonly id: string; readonly name: string }
  readonly to: 'active' | 'closed'
  readonly rights: Counted
  readonly sessions: number
  readonly changed: boolean
}

export function ClosePage({ frame, organisation, to, rights, sessions, changed }: ClosePageProps) {
  const { language } = frame.shell
  const text = organisationsText[language]
  const back = organisationPath(organisation.id)
  const words = countWords(rights, language)
  const name = { organisation: organisation.name }
  const closing = {
    title: fillText(text.closeTitle, name),
    effects: [rights.rights === 0 ? text.closeEffectNone : fillText(text.closeEffect, words)],
    remarks: [
      sessions === 0
        ? text.closeSessionsNone
        : sessions === 1
          ? text.closeSessionsOne
          : fillText(text.closeSessions, { count: new Intl.NumberFormat(language).format(sessions) }),
      text.closeKeeps,
    ],
    button: text.closeNow,
  }
  const opening = {
    title: fillText(text.reopenTitle, name),
    effects: [rights.rights === 0 ? text.reopenEffectNone : fillText(text.reopenEffect, words)],
    remarks: [text.reopenRemark],
    button: text.reopenNow,
  }
  return (
    <EffectPage
      frame={frame}
      {...(to === 'closed' ? closing : opening)}
      breadcrumb={[
        { name: text.title, href: managementPaths.organisations },
        { name: organisation.name, href: back },
      ]}
      action={organisationDeedPath(organisation.id, to === 'closed' ? 'luk' : 'aabn')}
      agreed={shownCounts(rights)}
      back={back}
      changed={changed}
    />
  )
}
