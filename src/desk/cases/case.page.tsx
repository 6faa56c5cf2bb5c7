/** One case on one page: what was asked, what is known, what was said, and what can be done. */
import type { Child } from 'hono/jsx'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { Mistakes, type Wrong } from '../../access/management/fields.tsx'
import type { AuditEvent } from '../../audit/audit-event.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime, formatReference } from '../../web/format.ts'
import type { ListedAttachment } from '../mail-in/mails-in.store.ts'
import type { Case } from './case.ts'
import type { EarlierCase, Entry, FoundPerson, Names, OrganisationThere } from './case-background.store.ts'
import { AnswerSection, DeedsSection, HandOverSection, NoteSection, SortSection } from './case-deeds.tsx'
import { EarlierSection, LogInSection, OrganisationSection, PeopleSection } from './case-organisation.tsx'
import { DueState } from './case-table.tsx'
import { Thread } from './case-thread.tsx'
import { casesPaths } from './cases-paths.ts'
import type { PaperEnrolment } from './enrolment-port.ts'
import { casesText } from './text.ts'
import type { TypedInCase } from './typed-in-case.ts'

export type LogInEvent = {
  readonly at: Date
  readonly who: string | null
  readonly deed: string
  readonly outcome: AuditEvent['outcome']
}

export type CasePageProps = {
  readonly frame: AdminFrame
  readonly found: Case
  readonly entries: readonly Entry[]
  readonly attachments: readonly ListedAttachment[]
  /** Enrolments that a paper among them can be kept with. */
  readonly paperEnrolments: readonly PaperEnrolment[]
  readonly names: Names
  readonly organisation: OrganisationThere | null
  readonly people: { readonly text: string; readonly found: readonly FoundPerson[] }
  readonly logIns: { readonly reference: string; readonly events: readonly LogInEvent[] }
  readonly earlier: { readonly cases: readonly EarlierCase[]; readonly total: number }
  readonly typed: TypedInCase
  readonly wrong: Wrong
  /** Somebody else was first: what was typed was not done. */
  readonly meanwhile: boolean
  readonly done: string | null
  readonly formId: string
  readonly ownPersonId: string
  readonly mayAppoint: boolean
  readonly now: Date
}

export function CasePage(props: CasePageProps) {
  const { frame, found, entries, names, wrong, meanwhile, done } = props
  const { language } = frame.shell
  const text = casesText[language]
  return (
    <AdminLayout
      {...frame}
      title={found.subject}
      lead={fillText(text.number, { reference: formatReference(found.reference) })}
      breadcrumb={[
        { name: text.overview.title, href: casesPaths.overview },
        { name: text.title, href: casesPaths.list },
      ]}
    >
      {done && (
        <p class="seb-done" role="status">
          {done}
        </p>
      )}
      {meanwhile && (
        <div class="seb-mistakes" role="alert">
          <h2>{text.meanwhile.title}</h2>
          <p>
            {fillText(text.meanwhile.what, {
              state: text.states[found.state].toLowerCase(),
              assignee: names.assignee ?? text.facts.nobody.toLowerCase(),
            })}
          </p>
        </div>
      )}
      <Mistakes language={language} wrong={wrong} />
      <div class="seb-split seb-split--decide">
        <div>
          <Facts {...props} />
          <Thread
            {...{ language, entries, attachments: props.attachments, enrolments: props.paperEnrolments, wrong }}
            asker={found.asker.name}
            caseId={found.id}
          />
          <AnswerSection {...props} />
          <NoteSection {...props} />
        </div>
        <section class="seb-panel" aria-labelledby="nu">
          <h2 id="nu">{text.deeds.title}</h2>
          <DeedsSection {...props} />
          <SortSection {...props} />
        </section>
      </div>
      <OrganisationSection {...props} />
      <HandOverSection {...props} />
      <PeopleSection {...props} />
      <LogInSection {...props} />
      <EarlierSection {...props} />
    </AdminLayout>
  )
}

function Facts({ frame, found, names, now }: CasePageProps) {
  const { language } = frame.shell
  const text = casesText[language]
  const { facts } = text
  const { asker, answerBy, solveBy, openedAt, source } = found
  return (
    <dl class="seb-facts">
      <Fact name={facts.state}>{text.states[found.state]}</Fact>
      <Fact name={facts.assignee}>{names.assignee ?? facts.nobody}</Fact>
      <Fact name={facts.priority}>{text.priorities[found.priority]}</Fact>
      <Fact name={facts.kind}>{text.kinds[found.kind]}</Fact>
      {answerBy && (
        <Fact name={facts.answerBy}>
          <DueState shell={frame.shell} dueAt={answerBy} now={now} />
        </Fact>
      )}
      {solveBy && (
        <Fact name={facts.solveBy}>
          <DueState shell={frame.shell} dueAt={solveBy} now={now} />
        </Fact>
      )}
      {found.state === 'waiting' && <Fact name={facts.solveBy}>{facts.halted}</Fact>}
      <Fact name={facts.opened}>
        {fillText(facts.openedBy, { at: formatDateTime(openedAt, language), source: text.sources[source] })}
      </Fact>
      <Fact name={facts.asker}>{asker.name || facts.none}</Fact>
      <Fact name={facts.phone}>
        {asker.phone === '' ? facts.none : <a href={`tel:${asker.phone.replace(/[^\d+]/g, '')}`}>{asker.phone}</a>}
      </Fact>
      <Fact name={facts.mail}>{asker.email ?? facts.none}</Fact>
      <Fact name={facts.cvr}>{found.cvr ?? facts.none}</Fact>
      {names.service && (
        <Fact name={facts.service}>
          {names.service[language]}
          {names.service.critical && <small class="strong"> {facts.critical}</small>}
        </Fact>
      )}
      {found.logInReference && <Fact name={facts.logIn}>{formatReference(found.logInReference)}</Fact>}
      {found.path && (
        <Fact name={facts.matter}>
          <a href={found.path}>{facts.goToMatter}</a>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
