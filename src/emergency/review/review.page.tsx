/** One emergency access: who, what, why, how often; and the question that must be answered. */

import { employeePath } from '../../access/admin/admin-paths.ts'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { ChoicesField, Field, Mistakes, type Wrong } from '../../access/management/fields.tsx'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import type { ListedEmergency } from '../emergencies.store.ts'
import { type Verdict, verdicts } from '../emergency.ts'
import { emergencyPaths, reviewPath } from '../emergency-paths.ts'
import { emergencyText } from '../text.ts'

export type ReviewPageProps = {
  readonly frame: AdminFrame
  readonly emergency: ListedEmergency
  readonly lately: { readonly person: number; readonly role: number }
  /** Whoever looks took it. */
  readonly isOwn: boolean
  /** What was typed, and what is wrong with it. */
  readonly typed: { readonly verdict: Verdict | null; readonly words: string }
  readonly wrong: Wrong
  /** What has just happened, or that somebody was first. */
  readonly told: string | null
}

export function ReviewPage(props: ReviewPageProps) {
  const { frame, emergency, lately, isOwn, typed, wrong, told } = props
  const { language } = frame.shell
  const text = emergencyText[language].review
  const time = (at: Date) => formatDateTime(at, language)
  const facts = [
    [text.what, `${emergency.role[language]}, ${emergency.service[language]}`],
    [text.taken, time(emergency.takenAt)],
    [
      text.until,
      emergency.endedAt ? fillText(text.endedEarly, { time: time(emergency.endedAt) }) : time(emergency.endsAt),
    ],
    [text.reason, emergency.reason],
    [text.lately, fillText(text.latelyWords, { person: emergency.person, count: lately.person, role: lately.role })],
    [text.reference, emergency.reference],
  ] as const
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.one, { person: emergency.person })}
      breadcrumb={[{ name: text.title, href: emergencyPaths.review }]}
    >
      {told && (
        <div class="seb-callout seb-done" role="status">
          <p>{told}</p>
        </div>
      )}
      <Mistakes language={language} wrong={wrong} />
      <dl class="seb-facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <p>
        <a href={employeePath(emergency.accountId)}>{text.history}</a>
      </p>
      <section class="seb-section">
        <h2>{text.question}</h2>
        {emergency.verdict && emergency.reviewedAt && (
          <>
            <p>
              {fillText(text.judged, {
                reviewer: emergency.reviewer ?? text.somebody,
                time: time(emergency.reviewedAt),
                verdict: emergencyText[language].own.verdicts[emergency.verdict],
              })}
            </p>
            {emergency.reviewWords !== '' && <p>{emergency.reviewWords}</p>}
          </>
        )}
        {!emergency.verdict && isOwn && <p>{text.own}</p>}
        {!emergency.verdict && !isOwn && (
          <form class="seb-form" method="post" action={reviewPath(emergency.id)}>
            <ChoicesField
              id="svar"
              label={text.question}
              kind="radio"
              choices={verdicts.map((verdict) => ({
                value: verdict,
                name: verdict === 'justified' ? text.yes : text.no,
              }))}
              chosen={typed.verdict ? [typed.verdict] : []}
              wrong={wrong}
            />
            <Field id="besked" label={text.words} hint={text.wordsHint} wrong={wrong}>
              <textarea class="form-input" id="besked" name="besked" rows={3} aria-describedby="besked-fejl">
                {typed.words}
              </textarea>
            </Field>
            <div class="seb-actions">
              <button class="button button-primary" type="submit">
                {text.send}
              </button>
            </div>
          </form>
        )}
      </section>
    </AdminLayout>
  )
}
