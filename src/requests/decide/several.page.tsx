/** Several requests at once: which, and why, before it is done; and what became of each afterwards. */
import { MistakeSummary } from '../../access/admin/form-field.tsx'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { stateNow } from '../request-state.ts'
import { decidePath, decidePaths } from './decide-paths.ts'
import type { QueuedRequest } from './queue.store.ts'
import { requestSentence } from './request-in-words.ts'
import { decideText } from './text.ts'
import type { WordsMistake } from './typed-words.ts'
import { saidOf, WordsField } from './words-field.tsx'

export type SeveralPageProps = {
  readonly frame: AdminFrame
  readonly requests: readonly QueuedRequest[]
  /** As they were looked at. */
  readonly chosen: readonly string[]
  readonly step: 'godkend' | 'afvis'
  readonly list: string
  readonly words: string
  readonly mistake: WordsMistake | null
}

export function SeveralPage({ frame, requests, chosen, step, list, words, mistake }: SeveralPageProps) {
  const { language } = frame.shell
  const { several, ...text } = decideText[language]
  const approve = step === 'godkend'
  const count = requests.length
  const field = { label: text.reason, hint: several.reasonHint }
  return (
    <AdminLayout
      {...frame}
      title={fillText(approve ? several.approveTitle : several.rejectTitle, { count })}
      lead={approve ? several.approveLead : several.rejectLead}
      breadcrumb={[{ name: text.title, href: queueAddress(list) }]}
    >
      {mistake && (
        <MistakeSummary
          title={text.mistakesTitle}
          mistakes={[saidOf(mistake, { language, words, name: several.everybody })]}
        />
      )}
      <form class="seb-form" method="post" action={decidePaths.several}>
        <input type="hidden" name="liste" value={list} />
        {chosen.map((one) => (
          <input type="hidden" name="valgt" value={one} />
        ))}
        <ul>
          {requests.map((request) => (
            <li>{requestSentence(request, language)}</li>
          ))}
        </ul>
        {!approve && <WordsField shell={frame.shell} {...field} {...{ words, mistake }} name={several.everybody} />}
        <div class="seb-actions">
          <button class="button button-primary" type="submit" name="trin" value={`${step}-nu`}>
            {approve ? several.approve : several.reject}
          </button>
          <a class="seb-hit" href={queueAddress(list)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

export type SeveralResultPageProps = Pick<SeveralPageProps, 'frame' | 'requests' | 'list'> & {
  readonly ownPersonId: string
  readonly now: Date
}

export function SeveralResultPage({ frame, requests, list, ownPersonId, now }: SeveralResultPageProps) {
  const { language } = frame.shell
  const { several, ...text } = decideText[language]
  const over = requests.filter((request) => stateNow(request, now) !== 'submitted')
  return (
    <AdminLayout
      {...frame}
      title={several.resultTitle}
      lead={fillText(several.resultLead, { done: over.length, count: requests.length })}
      breadcrumb={[{ name: text.title, href: queueAddress(list) }]}
    >
      <ul class="seb-list plain-list">
        {requests.map((request) => {
          const state = stateNow(request, now)
          const first = request.firstApprovedBy === ownPersonId
          return (
            <li class="seb-line">
              <a href={decidePath(request.id)}>{requestSentence(request, language)}</a>
              <span>{state === 'submitted' ? (first ? several.first : several.left) : text.status[state]}</span>
            </li>
          )
        })}
      </ul>
      <p>
        <a class="button button-secondary" href={queueAddress(list)}>
          {several.toQueue}
        </a>
      </p>
    </AdminLayout>
  )
}

function queueAddress(list: string): string {
  return `${decidePaths.queue}${list === '' ? '' : `?${list}`}`
}
