/** One request on one page: what is asked for and what is known of it beside the decision, which stands where it can be made. */
import type { Child } from 'hono/jsx'
import type { Limits } from '../../access/capacities/capacity.ts'
import { ConflictPanel } from '../../access/conflicts/conflict-panel.tsx'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime, formatReference } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import { isOpen } from '../request-state.ts'
import { decidePath, decidePaths } from './decide-paths.ts'
import { type FactsProps, Gives, Held, History, Holders, RequestFacts } from './request-facts.tsx'
import { requestSentence } from './request-in-words.ts'
import { decideText } from './text.ts'
import type { WordsMistake } from './typed-words.ts'
import { WordsField } from './words-field.tsx'

/** Why what was decided is not so: above the page, which shows how it is now. */
export type DecisionMistake =
  | Exclude<keyof (typeof decideText)['da']['mistakes'], WordsMistake>
  | keyof (typeof decideText)['da']['lost']

export type RequestPageProps = FactsProps & {
  /** Of the one who looks: what is beyond them is not named. */
  readonly limits: Limits
  /** Why it is given in spite of a conflict, as typed. */
  readonly exception: string
  readonly ownPersonId: string
  /** The filters of the list that it was opened from. */
  readonly list: string
  readonly mistake: DecisionMistake | null
  readonly words: string
  readonly wordsMistake: WordsMistake | null
}

/** The fields that every form about the request has. */
export function FormCarries({ described, list }: Pick<RequestPageProps, 'described' | 'list'>) {
  return (
    <>
      <input type="hidden" name="version" value={String(described.request.version)} />
      <input type="hidden" name="liste" value={list} />
    </>
  )
}

export function RequestLayout(
  props: Pick<RequestPageProps, 'frame' | 'described' | 'list'> & {
    title: string | null
    children: Child
    lead?: Child
  },
) {
  const { frame, described, list, title, children, lead } = props
  const { language } = frame.shell
  const { request, employee } = described
  const sentence = requestSentence({ ...described, kind: request.kind, name: employee.name }, language)
  const back = { name: decideText[language].title, href: `${decidePaths.queue}${list === '' ? '' : `?${list}`}` }
  return (
    <AdminLayout
      {...frame}
      title={title ?? sentence}
      lead={lead}
      breadcrumb={title === null ? [back] : [back, { name: sentence, href: addressOf(props) }]}
    >
      {children}
    </AdminLayout>
  )
}

export function addressOf(
  { described, list }: Pick<RequestPageProps, 'described' | 'list'>,
  way?: 'mindre' | 'spoerg' | 'afvis',
): string {
  return `${decidePath(described.request.id, way)}${list === '' ? '' : `?${new URLSearchParams({ liste: list })}`}`
}

export function RequestPage(props: RequestPageProps) {
  const { frame, described, mistake } = props
  const { language } = frame.shell
  const text = decideText[language]
  const { request } = described
  const sent = request.submittedAt ? formatDateTime(request.submittedAt, language) : ''
  return (
    <RequestLayout
      {...props}
      title={null}
      lead={fillText(text.sent, { reference: formatReference(request.reference), at: sent })}
    >
      {mistake && (
        <div class="seb-mistakes" role="alert">
          <h2>{text.notSaved}</h2>
          <p>{mistake in text.lost ? text.lost[mistake as keyof typeof text.lost] : sentenceOf(mistake, props)}</p>
        </div>
      )}
      {isOpen(described.state) && (
        <p class="seb-jump">
          <a class="seb-hit" href="#afgoer">
            {text.toDecision}
          </a>
        </p>
      )}
      <div class="seb-split seb-split--decide">
        <div>
          <RequestFacts {...props} />
          <Held {...props} />
          <Gives {...props} />
          <Holders {...props} />
          <History {...props} />
        </div>
        <Decision {...props} />
      </div>
    </RequestLayout>
  )
}

function sentenceOf(mistake: DecisionMistake, { frame }: RequestPageProps): string {
  const { mistakes } = decideText[frame.shell.language]
  return mistake in mistakes ? mistakes[mistake as keyof typeof mistakes] : ''
}

function Decision(props: RequestPageProps) {
  const { frame, described, ownPersonId } = props
  const text = decideText[frame.shell.language]
  const { request, state, employee } = described
  const open = isOpen(state)
  const own = request.askedBy === ownPersonId || request.personId === ownPersonId
  return (
    <section class="seb-panel" aria-labelledby="afgoer">
      <h2 id="afgoer">{open ? text.decide : text.status[state]}</h2>
      {!open && <Answer {...props} />}
      {open && own && <p>{text.isOwn}</p>}
      {open && !own && state === 'returned' && <p>{text.asked}</p>}
      {open && !own && state === 'submitted' && <Approval {...props} />}
      {open && !own && (
        <ul class="seb-or plain-list">
          {(['mindre', 'spoerg', 'afvis'] as const)
            .filter((way) => way === 'afvis' || (state === 'submitted' && (way === 'spoerg' || mayGiveLess(props))))
            .map((way) => (
              <li>
                <a class="seb-way" href={addressOf(props, way)}>
                  <span>
                    <b>{fillText(text.ways[way].title, { name: employee.name })}</b>
                    <small>{fillText(text.ways[way].hint, { name: employee.name })}</small>
                  </span>
                  <Icon sprite={frame.shell.assets.icons} name="chevron-right" />
                </a>
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}

function mayGiveLess({ described: { ground, request }, ownPersonId }: RequestPageProps): boolean {
  return ground.stands && ground.assignable !== null && request.firstApprovedBy !== ownPersonId
}

/** Who decided, and when. */
function Answer({ frame, described }: RequestPageProps) {
  const { language } = frame.shell
  const text = decideText[language]
  const last = described.steps.at(-1)
  if (!last || described.state !== described.request.state) return <p>{text.steps.expired}.</p>
  const name = described.names.get(last.byPerson ?? '') ?? text.somebody
  return (
    <>
      <p>
        {fillText(text.steps[last.step], { name })} {formatDateTime(last.at, language)}.
      </p>
      {last.words !== '' && <blockquote class="seb-quote">{last.words}</blockquote>}
    </>
  )
}

function Approval(props: RequestPageProps) {
  const { frame, described, ownPersonId, words, wordsMistake } = props
  const text = decideText[frame.shell.language]
  const { request, ground, role, employee, names } = described
  if (!ground.stands)
    return (
      <>
        <p class="strong">{text.cannot}</p>
        <p>{text.lost[ground.lost]}</p>
      </>
    )
  if (request.firstApprovedBy === ownPersonId) return <p>{text.youApproved}</p>
  const first = request.firstApprovedBy === null ? null : (names.get(request.firstApprovedBy) ?? text.somebody)
  const button =
    request.kind === 'less-access' ? text.approveLoss : request.roleId === null ? text.approveAccount : text.approve
  return (
    <>
      {role?.sensitive && request.kind !== 'less-access' && (
        <div>
          <p class="strong">{text.secondTitle}</p>
          <p>{first === null ? text.secondNeeded : fillText(text.secondYou, { name: first })}</p>
        </div>
      )}
      <form method="post" action={addressOf(props)}>
        <FormCarries {...props} />
        <ConflictPanel language={frame.shell.language} conflicts={described.conflicts} {...props} wrong={false} />
        <WordsField
          shell={frame.shell}
          label={fillText(text.words, { name: employee.name })}
          hint={text.wordsHint}
          {...{ words, mistake: wordsMistake, name: employee.name }}
        />
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {button}
          </button>
        </p>
      </form>
    </>
  )
}
