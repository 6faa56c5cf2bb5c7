/** "Hvem er vores administrator?": by function, by name where the organisation tells its people; and a way to say that it is not so. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { ChoicesField, Field, Mistakes, TextField, type Wrong } from '../../access/management/fields.tsx'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDate, formatReference } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { WhoAdministers } from './missing.store.ts'
import { missingPath } from './missing-path.ts'
import { missingText } from './text.ts'
import { missingReasons, type TypedMissing } from './typed-missing.ts'

export type MissingPageProps = {
  readonly frame: AdminFrame
  readonly organisation: string
  readonly who: WhoAdministers
  readonly typed: TypedMissing
  readonly wrong: Wrong
  readonly formId: string
  /** Of the case that has just been told of. */
  readonly received: string | null
}

export function MissingPage(props: MissingPageProps) {
  const { frame, organisation, received } = props
  const { language } = frame.shell
  const text = missingText[language]
  return (
    <AdminLayout {...frame} title={text.title} lead={fillText(text.lead, { organisation })}>
      {received && (
        <p class="seb-done" role="status">
          {fillText(text.received, { reference: formatReference(received) })}
        </p>
      )}
      <Answer {...props} />
      {!received && <Report {...props} />}
    </AdminLayout>
  )
}

function Answer({ frame, who }: MissingPageProps) {
  const { language, assets } = frame.shell
  const text = missingText[language]
  const { administrators, tellsNames } = who
  const chiefs = administrators.filter(({ level }) => level === 'chief').length
  const others = administrators.length - chiefs
  const counted = ({ one, many }: { one: string; many: string }, count: number) =>
    count === 0 ? [] : [count === 1 ? one : fillText(many, { count })]
  return (
    <section aria-labelledby="hvem">
      {chiefs === 0 && (
        <div class="seb-callout seb-callout--warn">
          <Icon sprite={assets.icons} name="warning" />
          <h2>{text.none}</h2>
          <p>{text.noneNext}</p>
        </div>
      )}
      {administrators.length > 0 && (
        <>
          <h2 id="hvem">{text.who}</h2>
          <ul>
            {tellsNames
              ? administrators.map(({ name, level }) => (
                  <li>{fillText(text.names, { name, level: text.levels[level] })}</li>
                ))
              : [...counted(text.chiefs, chiefs), ...counted(text.administrators, others)].map((line) => (
                  <li>{line}</li>
                ))}
          </ul>
          {!tellsNames && <p>{text.noNames}</p>}
          <p>
            {text.ask} <a href={minePaths.ask}>{text.askLink}</a>
          </p>
        </>
      )}
    </section>
  )
}

function Report({ frame, who, typed, wrong, formId }: MissingPageProps) {
  const { language } = frame.shell
  const text = missingText[language]
  return (
    <section class="seb-section" aria-labelledby="passer-ikke">
      <h2 id="passer-ikke">{text.report}</h2>
      <p>{text.reportLead}</p>
      {who.openSince && <p class="strong">{fillText(text.standing, { at: formatDate(who.openSince, language) })}</p>}
      <Mistakes language={language} wrong={wrong} />
      <form class="seb-form" method="post" action={missingPath}>
        <input type="hidden" name="id" value={formId} />
        <input type="hidden" name="reference" value={typed.reference} />
        <ChoicesField
          {...{ id: 'aarsag', label: text.reason, kind: 'radio', wrong }}
          chosen={[typed.reason]}
          choices={missingReasons.map((reason) => ({ value: reason, name: text.reasons[reason] }))}
        />
        <TextField
          {...{ id: 'telefon', label: text.phone, wrong }}
          hint={text.phoneHint}
          value={typed.phone}
          longest={40}
        />
        <TextField
          {...{ id: 'navn', label: text.candidate, wrong }}
          hint={text.candidateHint}
          value={typed.candidate}
          longest={200}
        />
        <Field id="besked" label={text.words} hint={text.wordsHint} wrong={wrong}>
          <textarea class="form-input" id="besked" name="besked" rows={4} aria-describedby="besked-fejl">
            {typed.words}
          </textarea>
        </Field>
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.send}
          </button>
        </p>
      </form>
    </section>
  )
}
