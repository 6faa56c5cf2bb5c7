/** One enrolment, for whoever decides it: what was typed, what was checked, how it was signed, and the three answers. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { Field, isWrong, type Wrong } from '../../access/management/fields.tsx'
import { organisationPath } from '../../access/management/management-paths.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime, formatReference } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { EnrolmentFacts } from '../enrolment-facts.ts'
import { decidePaperPath, decidePath, enrolPaths } from '../enrolment-paths.ts'
import type { Enrolment, EnrolmentStep, Signature } from '../enrolments.store.ts'
import { FactsView } from '../facts-view.tsx'
import type { Paper } from '../papers/papers.store.ts'
import { paperText } from '../papers/text.ts'
import { progressText } from '../progress/text.ts'
import { UploadField } from '../progress/upload-field.tsx'
import { peopleOf } from '../typed-enrolment.ts'
import type { OtherEnrolment } from './enrolment-list.store.ts'
import { GrantChoices, type TypedChoice } from './grant-choices.tsx'
import { decideText } from './text.ts'

export type DecidePageProps = {
  readonly frame: AdminFrame
  readonly enrolment: Enrolment
  readonly facts: EnrolmentFacts
  readonly steps: readonly EnrolmentStep[]
  readonly checks: EnrolmentChecks
  readonly papers: readonly Paper[]
  readonly choices: readonly TypedChoice[]
  readonly mayDecide: boolean
  readonly mayAttach: boolean
  /** As typed, by the form it was typed in. */
  readonly typed: { readonly question: string; readonly reason: string }
  readonly wrong: Wrong
  readonly done: keyof (typeof decideText)['da']['done'] | null
}

export interface EnrolmentChecks {
  cvr: 'ok' | 'taken' | 'wrong'
  others: readonly OtherEnrolment[]
  /** The signature, and whether what was kept of it is still what was signed. */
  signature: Signature | null
  isIntact: boolean
}

export function DecidePage(props: DecidePageProps) {
  const { frame, enrolment, facts, steps, wrong, done, mayDecide, mayAttach } = props
  const { language } = frame.shell
  const text = decideText[language]
  const { typed, contact, organisationId } = enrolment
  const waits = enrolment.state === 'signed' || enrolment.state === 'paper-received'
  return (
    <AdminLayout
      {...frame}
      title={typed.organisation.name || text.noName}
      breadcrumb={[{ name: text.title, href: enrolPaths.list }]}
      lead={`${text.states[enrolment.state]}. ${fillText(text.reference, { reference: formatReference(enrolment.reference) })}`}
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <Icon sprite={frame.shell.assets.icons} name="success" />
          <p>{text.done[done]}</p>
        </div>
      )}
      <Problems wrong={wrong} />
      <p class="seb-said">{fillText(text.contact, contact)}</p>
      {organisationId && (
        <p>
          <a href={organisationPath(organisationId)}>{text.openOrganisation}</a>
        </p>
      )}
      <Checks {...props} />
      <FactsView facts={facts} />
      <Papers {...props} mayAttach={mayAttach} />
      <section class="seb-section">
        <h2>{text.history}</h2>
        <ol class="seb-time plain-list">
          {steps.map(({ at, step, words }) => (
            <li>
              <time datetime={at.toISOString()}>{formatDateTime(at, language)}</time>
              <span>
                {progressText[language].steps[step]}
                {words !== '' && <small class="seb-said">{words}</small>}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {mayDecide && waits && <Approve {...props} />}
      {mayDecide && waits && <Ask {...props} />}
      {mayDecide && (waits || enrolment.state === 'returned') && <Reject {...props} />}
    </AdminLayout>
  )
}

function Problems({ wrong }: { readonly wrong: Wrong }) {
  if (!isWrong(wrong)) return null
  return (
    <div class="seb-mistakes" role="alert">
      <ul>
        {Object.entries(wrong).map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Checks({ frame, enrolment, checks }: DecidePageProps) {
  const { language, assets } = frame.shell
  const text = decideText[language].check
  const { signature, others } = checks
  const { signer } = peopleOf(enrolment.typed.people)
  const cvr = { ok: text.cvrOk, taken: text.cvrTaken, wrong: text.cvrWrong }[checks.cvr]
  return (
    <section class="seb-section" id="kontrol">
      <h2>{decideText[language].checks}</h2>
      <ul class="plain-list">
        <Check sprite={assets.icons} isOk={checks.cvr === 'ok' || enrolment.state === 'approved'} text={cvr} />
        {signature === null && (
          <Check
            sprite={assets.icons}
            isOk={enrolment.handedIn === 'paper'}
            text={enrolment.handedIn === 'paper' ? text.paper : text.notSigned}
          />
        )}
        {signature && (
          <>
            <Check
              sprite={assets.icons}
              isOk
              text={fillText(text.signed, {
                at: formatDateTime(signature.at, language),
                name: signature.name,
                cvr: signature.cvr,
              })}
            />
            {signature.name !== signer.name && (
              <Check sprite={assets.icons} isOk={false} text={fillText(text.otherName, { name: signer.name })} />
            )}
            <Check
              sprite={assets.icons}
              isOk={checks.isIntact}
              text={checks.isIntact ? fillText(text.intact, { hash: signature.shown_hash }) : text.changed}
            />
          </>
        )}
        <Check sprite={assets.icons} isOk={others.length === 0} text={others.length === 0 ? text.alone : text.others} />
      </ul>
      {others.length > 0 && (
        <ul>
          {others.map(({ id, reference, state }) => (
            <li>
              <a href={decidePath(id)}>{formatReference(reference)}</a>, {decideText[language].states[state]}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Check({ sprite, isOk, text }: { sprite: string; isOk: boolean; text: string }) {
  return (
    <li>
      <span class={isOk ? 'seb-state seb-state--ok' : 'seb-state seb-state--warn'}>
        <Icon sprite={sprite} name={isOk ? 'success' : 'warning'} />
        <span class="seb-said">{text}</span>
      </span>
    </li>
  )
}

function Papers({ frame, enrolment, papers, mayAttach, wrong }: DecidePageProps) {
  const { language } = frame.shell
  const text = decideText[language]
  const kinds = paperText[language].upload.kinds
  return (
    <section class="seb-section">
      <h2>{text.papers}</h2>
      <p>
        <a href={decidePath(enrolment.id, 'tilmelding.pdf')}>{text.document}</a>
      </p>
      {papers.length > 0 && (
        <ul>
          {papers.map(({ id, kind, keptAt, keptBy }) => (
            <li>
              <a href={decidePaperPath(enrolment.id, id)}>
                {fillText(text.paper, { kind: kinds[kind], at: formatDateTime(keptAt, language) })}
              </a>
              {keptBy !== null && `, ${text.fromDesk}`}
            </li>
          ))}
        </ul>
      )}
      {mayAttach && (
        <details class="seb-more">
          <summary>{text.attach}</summary>
          <form class="seb-form" method="post" enctype="multipart/form-data" action={decidePath(enrolment.id, 'papir')}>
            <UploadField language={language} wrong={wrong} />
            <div class="seb-actions">
              <button class="button button-secondary" type="submit">
                {text.upload}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  )
}

function Approve({ frame, enrolment, choices, wrong }: DecidePageProps) {
  const { language } = frame.shell
  const text = decideText[language]
  const { organisation, people } = enrolment.typed
  return (
    <section class="seb-section">
      <h2>{text.approve}</h2>
      <p>{fillText(text.approveText, { chief: peopleOf(people).chief.name })}</p>
      <form class="seb-form" method="post" action={decidePath(enrolment.id, 'godkend')}>
        <input type="hidden" name="version" value={enrolment.version} />
        <GrantChoices {...{ language, choices, wrong }} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {fillText(text.approveButton, { organisation: organisation.name })}
          </button>
        </div>
      </form>
    </section>
  )
}

function Ask({ frame, enrolment, typed, wrong }: DecidePageProps) {
  const text = decideText[frame.shell.language]
  return (
    <section class="seb-section">
      <h2>{text.ask}</h2>
      <p>{fillText(text.askText, { contact: enrolment.contact.name })}</p>
      <form class="seb-form" method="post" action={decidePath(enrolment.id, 'spoerg')}>
        <input type="hidden" name="version" value={enrolment.version} />
        <Field id="besked" label={text.question} wrong={wrong}>
          <textarea
            class="form-input"
            id="besked"
            name="besked"
            rows={4}
            maxlength={4000}
            aria-describedby="besked-fejl"
          >
            {typed.question}
          </textarea>
        </Field>
        <div class="seb-actions">
          <button class="button button-secondary" type="submit">
            {text.askButton}
          </button>
        </div>
      </form>
    </section>
  )
}

function Reject({ frame, enrolment, typed, wrong }: DecidePageProps) {
  const text = decideText[frame.shell.language]
  return (
    <section class="seb-section">
      <h2>{text.reject}</h2>
      <p>{fillText(text.rejectText, { contact: enrolment.contact.name })}</p>
      <form class="seb-form" method="post" action={decidePath(enrolment.id, 'afvis')}>
        <input type="hidden" name="version" value={enrolment.version} />
        <Field id="begrundelse" label={text.reason} wrong={wrong}>
          <textarea
            class="form-input"
            id="begrundelse"
            name="begrundelse"
            rows={4}
            maxlength={4000}
            aria-describedby="begrundelse-fejl"
          >
            {typed.reason}
          </textarea>
        </Field>
        <div class="seb-actions">
          <button class="button button-secondary" type="submit">
            {text.rejectButton}
          </button>
        </div>
      </form>
    </section>
  )
}
