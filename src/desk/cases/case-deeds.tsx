/** What the desk can do in a case: answer, note, take, hold, solve, correct, and ask for an appointment. */
import type { Child } from 'hono/jsx'
import { caseKinds } from '../../access/admin/case-port.ts'
import { ChoicesField, Field, SelectField, TextField } from '../../access/management/fields.tsx'
import { fillText } from '../../web/fill.ts'
import type { CasePageProps } from './case.page.tsx'
import { priorities } from './case.ts'
import { candidateInWords } from './case-organisation.tsx'
import { casePath } from './cases-paths.ts'
import { draftNames } from './drafts.ts'
import { casesText } from './text.ts'

/** As the fields and buttons of the forms say it. */
export const steps = {
  draft: 'kladde',
  write: 'svar',
  note: 'notat',
  take: 'tag',
  release: 'slip',
  hold: 'hold',
  resume: 'genoptag',
  resolve: 'loes',
  reopen: 'genaabn',
  sort: 'sorter',
  handOver: 'overdrag',
} as const

export const leavings = ['in-progress', 'waiting', 'resolved'] as const

export const proofs = ['signed', 'called', 'officer'] as const

/** The candidate that is none of those SEB proposes. */
export const anotherCandidate = 'anden'

type FormProps = Pick<CasePageProps, 'found' | 'formId'> & { readonly step?: string; readonly children: Child }

/** Its number makes it happen once; the version, never over what somebody else has done. */
function CaseForm({ found, formId, step, children }: FormProps) {
  return (
    <form class="seb-form" method="post" action={casePath(found.id)}>
      <input type="hidden" name="id" value={formId} />
      <input type="hidden" name="version" value={String(found.version)} />
      {step && <input type="hidden" name="trin" value={step} />}
      {children}
    </form>
  )
}

export function AnswerSection(props: CasePageProps) {
  const { frame, found, typed, wrong } = props
  const { language } = frame.shell
  const text = casesText[language].answer
  const { email, name } = found.asker
  if (found.state === 'resolved') return null
  return (
    <section class="seb-section" aria-labelledby="svar-titel">
      <h2 id="svar-titel">{text.title}</h2>
      {email === null ? (
        <p>{text.noAddress}</p>
      ) : (
        <CaseForm {...props}>
          <p>{fillText(text.to, { name, email })}</p>
          <div class="seb-seek">
            <SelectField
              id="kladde"
              label={text.draft}
              wrong={wrong}
              value=""
              none={text.noDraft}
              choices={draftNames.map((draft) => ({
                value: draft,
                name: casesText[language].drafts[draft].name,
              }))}
            />
            <button class="button button-secondary" type="submit" name="trin" value={steps.draft}>
              {text.insert}
            </button>
          </div>
          <Field id="svar" label={text.words} hint={text.wordsHint} wrong={wrong}>
            <textarea
              class="form-input"
              id="svar"
              name="svar"
              rows={8}
              lang={found.asker.language}
              aria-describedby="svar-fejl"
            >
              {typed.answer}
            </textarea>
          </Field>
          <ChoicesField
            kind="radio"
            id="saa"
            label={text.leaving}
            wrong={wrong}
            chosen={[typed.leaving]}
            choices={leavings.map((leaving) => ({ value: leaving, name: text.next[leaving] }))}
          />
          <p class="seb-actions">
            <button class="button button-primary" type="submit" name="trin" value={steps.write}>
              {text.send}
            </button>
          </p>
        </CaseForm>
      )}
    </section>
  )
}

export function NoteSection(props: CasePageProps) {
  const { frame, typed, wrong } = props
  const text = casesText[frame.shell.language].note
  return (
    <section class="seb-section" aria-labelledby="notat-titel">
      <h2 id="notat-titel">{text.title}</h2>
      <CaseForm {...props} step={steps.note}>
        <Field id="bemaerkning" label={text.words} wrong={wrong}>
          <textarea class="form-input" id="bemaerkning" name="bemaerkning" rows={4} aria-describedby="bemaerkning-fejl">
            {typed.note}
          </textarea>
        </Field>
        <p class="seb-actions">
          <button class="button button-secondary" type="submit">
            {text.save}
          </button>
        </p>
      </CaseForm>
    </section>
  )
}

export function DeedsSection(props: CasePageProps) {
  const { frame, found, ownPersonId } = props
  const text = casesText[frame.shell.language].deeds
  const mine = found.assigneeId === ownPersonId
  const open = found.state !== 'resolved'
  const offered = [
    ...(open && !mine ? [[steps.take, found.assigneeId === null ? text.take : text.takeOver]] : []),
    ...(open && mine ? [[steps.release, text.release]] : []),
    ...(open && found.state !== 'waiting' ? [[steps.hold, text.hold]] : []),
    ...(found.state === 'waiting' ? [[steps.resume, text.resume]] : []),
    ...(open ? [[steps.resolve, text.resolve]] : [[steps.reopen, text.reopen]]),
  ]
  return (
    <CaseForm {...props}>
      <fieldset class="seb-actions">
        <legend class="sr-only">{text.title}</legend>
        {offered.map(([step, name]) => (
          <button class="button button-secondary" type="submit" name="trin" value={step}>
            {name}
          </button>
        ))}
      </fieldset>
    </CaseForm>
  )
}

export function SortSection(props: CasePageProps) {
  const { frame, found, typed, wrong } = props
  const text = casesText[frame.shell.language]
  if (found.state === 'resolved') return null
  return (
    <section class="seb-section" aria-labelledby="ret">
      <h2 id="ret">{text.sort.title}</h2>
      <CaseForm {...props} step={steps.sort}>
        <SelectField
          id="slags"
          label={text.sort.kind}
          wrong={wrong}
          value={typed.kind}
          choices={caseKinds.map((kind) => ({ value: kind, name: text.kinds[kind] }))}
        />
        <SelectField
          id="prioritet"
          label={text.sort.priority}
          hint={text.sort.priorityHint}
          wrong={wrong}
          value={String(typed.priority)}
          choices={priorities.map((priority) => ({ value: String(priority), name: text.priorities[priority] }))}
        />
        <TextField
          id="cvr"
          label={text.sort.cvr}
          hint={text.sort.cvrHint}
          wrong={wrong}
          value={typed.cvr}
          longest={20}
        />
        <p class="seb-actions">
          <button class="button button-secondary" type="submit">
            {text.sort.save}
          </button>
        </p>
      </CaseForm>
    </section>
  )
}

/** Only where the organisation has nobody: who has somebody is helped by them. */
export function HandOverSection(props: CasePageProps) {
  const { frame, found, organisation, typed, wrong } = props
  const { language } = frame.shell
  const text = casesText[language].handOver
  const orphan = organisation?.orphan
  if (!orphan || orphan.endsAt || found.state === 'resolved') return null
  const candidates = orphan.candidates.map((candidate) => ({
    value: candidate.accountId,
    name: candidateInWords(candidate, language),
  }))
  return (
    <section class="seb-section" aria-labelledby="udpeg">
      <h2 id="udpeg">{text.title}</h2>
      <p>{text.lead}</p>
      <CaseForm {...props} step={steps.handOver}>
        <ChoicesField
          kind="radio"
          id="hvem"
          label={text.who}
          wrong={wrong}
          chosen={[typed.candidate]}
          choices={[...candidates, { value: anotherCandidate, name: text.other }]}
        />
        <TextField id="navn" label={text.otherName} wrong={wrong} value={typed.otherName} longest={100} />
        <ChoicesField
          kind="radio"
          id="bevis"
          label={text.proof}
          wrong={wrong}
          chosen={[typed.proof]}
          choices={proofs.map((proof) => ({ value: proof, name: text.proofs[proof] }))}
        />
        <Field id="besked" label={text.words} wrong={wrong}>
          <textarea class="form-input" id="besked" name="besked" rows={3} aria-describedby="besked-fejl">
            {typed.handOver}
          </textarea>
        </Field>
        <p class="seb-actions">
          <button class="button button-secondary" type="submit">
            {text.send}
          </button>
        </p>
      </CaseForm>
    </section>
  )
}
