/** "Tak": the case has come in; its number, what happens next, and what to do where it cannot wait. */

import { openingAt } from '../../base/opening-hours.ts'
import { fill } from '../../web/fill.ts'
import { formatReference } from '../../web/format.ts'
import { Layout } from '../../web/layout.tsx'
import { OpenNow } from '../../web/open-now.tsx'
import { Phone } from '../../web/phone.tsx'
import type { Shell } from '../../web/shell.ts'
import { deskText } from './text.ts'

export type ReceivedPageProps = {
  readonly shell: Shell
  readonly now: Date
  readonly reference: string
  /** About a log-in to what patient care hangs on. */
  readonly urgent: boolean
}

export function ReceivedPage({ shell, now, reference, urgent }: ReceivedPageProps) {
  const { desk } = shell
  const text = deskText[shell.language].received
  const opening = openingAt(desk.phoneHours, now)
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p class="seb-ref">{formatReference(reference)}</p>
      <p>{text.next}</p>
      {urgent && (
        <div class="seb-callout seb-callout--warn">
          <h2>{text.urgent}</h2>
          <p>
            {fill(opening.open ? text.urgentOpen : text.urgentClosed, {
              phone: <Phone number={opening.open ? desk.phone : desk.onCallPhone} />,
            })}
          </p>
        </div>
      )}
      <OpenNow shell={shell} opening={opening} now={now} />
    </Layout>
  )
}
