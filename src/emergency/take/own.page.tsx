/** One's own emergency access: until when, on to the service, and what was said of it afterwards. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import type { ListedEmergency } from '../emergencies.store.ts'
import { isGoingOn } from '../emergency.ts'
import { ownEmergencyPath } from '../emergency-paths.ts'
import { emergencyText } from '../text.ts'

export type OwnEmergencyPageProps = {
  readonly frame: AdminFrame
  readonly emergency: ListedEmergency
  readonly now: Date
  /** Whether the service has an address to go on to. */
  readonly goesOn: boolean
  readonly justEnded: boolean
}

export function OwnEmergencyPage({ frame, emergency, now, goesOn, justEnded }: OwnEmergencyPageProps) {
  const { language } = frame.shell
  const text = emergencyText[language].own
  const service = emergency.service[language]
  const lasts = isGoingOn(emergency, now)
  const time = (at: Date) => formatDateTime(at, language)
  const facts = [
    [text.reference, emergency.reference],
    [text.taken, time(emergency.takenAt)],
    [text.reason, emergency.reason],
    [text.review, emergency.verdict ? text.verdicts[emergency.verdict] : text.waiting],
    ...(emergency.reviewWords === '' ? [] : [[text.words, emergency.reviewWords] as const]),
  ] as const
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={
        lasts
          ? fillText(text.goingOn, { role: emergency.role[language], service, until: time(emergency.endsAt) })
          : fillText(text.over, { time: time(emergency.endedAt ?? emergency.endsAt) })
      }
      breadcrumb={[{ name: frame.shell.language === 'da' ? 'Min adgang' : 'My access', href: minePaths.home }]}
    >
      {justEnded && (
        <div class="seb-callout seb-done" role="status">
          <p>{text.ended}</p>
        </div>
      )}
      {lasts && (
        <div class="seb-actions">
          {goesOn && (
            <a class="button button-primary" href={ownEmergencyPath(emergency.id, 'videre')}>
              {fillText(text.next, { service })}
            </a>
          )}
          <form method="post" action={ownEmergencyPath(emergency.id, 'slut')}>
            <button class="button button-secondary" type="submit">
              {text.end}
            </button>
          </form>
        </div>
      )}
      <dl class="seb-facts seb-section">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </AdminLayout>
  )
}
