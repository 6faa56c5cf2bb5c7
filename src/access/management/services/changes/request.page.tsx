/** One change request: why, what is and what is wanted, what has changed since, and the decision. */
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import { formatDateTime, formatList } from '../../../../web/format.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import { TextArea } from '../form/fields.tsx'
import type { ChangeRequest, ListedRequest } from './change-requests.store.ts'
import { ChangeTable } from './change-table.tsx'
import type { Merged } from './field-changes.ts'
import { partInWords } from './requests.page.tsx'
import { changesText } from './text.ts'
import { type ChangeWords, fieldInWords } from './value-in-words.ts'

export type RequestMistake = keyof (typeof changesText)['da']['mistakes']

export type RequestPageProps = {
  readonly frame: AdminFrame
  readonly request: ChangeRequest
  /** Held against what is there now; null where the part is gone, or the request is answered. */
  readonly merged: Pick<Merged, 'left' | 'conflicts'> | null
  readonly others: readonly ListedRequest[]
  readonly words: ChangeWords
  readonly address: (id: string) => string
  readonly breadcrumb: readonly { readonly name: string; readonly href: string }[]
  /** What the one who looks may do with it. */
  readonly may: 'decide' | 'withdraw' | 'nothing'
  readonly reason: string
  readonly mistake: RequestMistake | null
}

export function RequestPage(props: RequestPageProps) {
  const { frame, request, merged, breadcrumb, may, mistake, words } = props
  const { language } = frame.shell
  const text = changesText[language]
  const what = partInWords(request, language)
  const service = language === 'da' ? request.serviceDa : request.serviceEn
  const changes = merged ? [...merged.left, ...merged.conflicts] : request.changes
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.requestTitle, { what, service })}
      lead={fillText(text.sentBy, { name: request.requestedBy, at: formatDateTime(request.requestedAt, language) })}
      breadcrumb={breadcrumb}
    >
      {mistake && (
        <div class="seb-mistakes" role="alert">
          <h2>{text.mistakesTitle}</h2>
          <p>{mistake === 'reason-missing' ? <a href="#svar">{text.mistakes[mistake]}</a> : text.mistakes[mistake]}</p>
        </div>
      )}
      <Answer {...props} />
      {merged && merged.conflicts.length > 0 && (
        <section class="seb-callout" aria-labelledby="konflikt">
          <h2 id="konflikt">{text.conflictsTitle}</h2>
          <p>
            {fillText(text.conflicts, {
              fields: formatList(
                merged.conflicts.map(({ field }) => fieldInWords(field, language)),
                language,
              ),
            })}
          </p>
        </section>
      )}
      <Others {...props} />
      <dl class="seb-pairs">
        <div>
          <dt>{text.reason}</dt>
          <dd>{request.reason}</dd>
        </div>
      </dl>
      {changes.length === 0 ? (
        <p>{text.done}</p>
      ) : (
        <ChangeTable shell={frame.shell} changes={changes} words={words} past={merged === null} />
      )}
      {request.status === 'open' && may === 'decide' && <Decision {...props} />}
      {request.status === 'open' && may === 'withdraw' && <Withdraw {...props} />}
      {request.status === 'open' && may === 'nothing' && <p>{text.own}</p>}
    </AdminLayout>
  )
}

function Answer({ frame, request }: RequestPageProps) {
  const { language } = frame.shell
  const text = changesText[language]
  if (request.status === 'open' || !request.decidedBy || !request.decidedAt) return null
  const values = { name: request.decidedBy, at: formatDateTime(request.decidedAt, language) }
  return (
    <section class="seb-callout" aria-labelledby="svaret">
      <h2 id="svaret">{fillText(text.decidedBy[request.status], values)}</h2>
      {request.decisionReason && <p>{request.decisionReason}</p>}
    </section>
  )
}

function Others({ frame, request, others, address }: RequestPageProps) {
  const { language } = frame.shell
  const text = changesText[language]
  if (others.length === 0 || request.status !== 'open') return null
  return (
    <section class="seb-callout" aria-labelledby="andre">
      <h2 id="andre">{text.othersTitle}</h2>
      <p>{text.othersOne}</p>
      <ul>
        {others.map((other) => (
          <li>
            <a href={address(other.id)}>
              {fillText(text.sentBy, { name: other.requestedBy, at: formatDateTime(other.requestedAt, language) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decision({ frame, request, merged, address, reason, mistake }: RequestPageProps) {
  const text = changesText[frame.shell.language]
  const mistakes = mistake === 'reason-missing' ? { svar: text.mistakes[mistake] } : {}
  const blocked = !merged || merged.conflicts.length > 0
  return (
    <form class="seb-form" method="post" action={address(request.id)}>
      <h2>{text.decide}</h2>
      <TextArea
        id="svar"
        label={text.decisionReason}
        hint={text.decisionHint}
        value={reason}
        rows={3}
        mistakes={mistakes}
      />
      <p class="seb-actions">
        {!blocked && (
          <button class="button button-primary" type="submit" name="trin" value="godkend">
            {text.approve}
          </button>
        )}
        <button
          class={`button ${blocked ? 'button-primary' : 'button-secondary'}`}
          type="submit"
          name="trin"
          value="afvis"
        >
          {text.reject}
        </button>
      </p>
    </form>
  )
}

function Withdraw({ frame, request, address }: RequestPageProps) {
  const text = changesText[frame.shell.language]
  return (
    <form method="post" action={address(request.id)}>
      <button class="button button-secondary" type="submit" name="trin" value="traek-tilbage">
        {text.withdraw}
      </button>
    </form>
  )
}
