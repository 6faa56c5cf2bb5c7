/** The form of a message: a new one, a draft, or one that everybody reads already. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import {
  ChoicesField,
  Meanwhile,
  Mistakes,
  SelectField,
  TextField,
  TickField,
  type Wrong,
} from '../../access/management/fields.tsx'
import { managementText } from '../../access/management/text.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { effects, priorities, type StatusMessage } from '../message.ts'
import type { StatusPart } from '../part.ts'
import { ReachBox, type ReachBoxProps } from '../reach/reach-box.tsx'
import { messagePath } from '../status-paths.ts'
import { editMessagePath, editorPaths } from './editor-paths.ts'
import { MomentFields, ParagraphsField } from './moment-fields.tsx'
import { editorText } from './text.ts'
import type { TypedMessage } from './typed-message.ts'

export type MessageFormPageProps = {
  readonly frame: AdminFrame
  /** Null: a new one, which will have this id. */
  readonly message: StatusMessage | null
  readonly newId: string
  readonly parts: readonly StatusPart[]
  readonly typed: TypedMessage
  readonly wrong: Wrong
  /** What another has saved meanwhile. */
  readonly stands: readonly (readonly [string, string])[]
  readonly done: string | null
  /** Of a window that has not begun; null for everything else. */
  readonly reach: Omit<ReachBoxProps, 'language'> | null
}

export function MessageFormPage(props: MessageFormPageProps) {
  const { frame, message, newId, parts, typed, wrong, stands, done, reach } = props
  const { language } = frame.shell
  const text = editorText[language]
  const published = message?.state === 'published'
  return (
    <AdminLayout
      {...frame}
      title={message ? text.editTitle : text.newTitle[typed.kind]}
      lead={message?.measuredPart ? text.measured : undefined}
      breadcrumb={[{ name: text.title, href: editorPaths.list }]}
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p>
            {done} {published && <a href={messagePath(message.id)}>{text.show}</a>}
          </p>
        </div>
      )}
      <Mistakes language={language} wrong={wrong} />
      <Meanwhile language={language} stands={stands} />
      {reach && <ReachBox language={language} {...reach} />}
      <form class="seb-form" method="post" action={message ? editMessagePath(message.id) : editorPaths.new}>
        {message ? (
          <input type="hidden" name="version" value={message.version} />
        ) : (
          <>
            <input type="hidden" name="id" value={newId} />
            <input type="hidden" name="slags" value={typed.kind} />
          </>
        )}
        <TextField id="overskrift" label={text.titleDa} value={typed.titleDa} longest={200} wrong={wrong} />
        <ParagraphsField id="tekst" label={text.textDa} value={typed.textDa} wrong={wrong} />
        <TextField
          id="overskrift-en"
          label={text.titleEn}
          hint={text.enHint}
          value={typed.titleEn}
          longest={200}
          wrong={wrong}
        />
        <ParagraphsField id="tekst-en" label={text.textEn} hint={text.enHint} value={typed.textEn} wrong={wrong} />
        <Effect {...{ language, parts, typed, wrong }} />
        <MomentFields
          id="begynder"
          label={typed.kind === 'incident' ? text.began : text.begins}
          time={text.time}
          typed={{ day: typed.beginDay, time: typed.beginTime }}
          wrong={wrong}
        />
        {(typed.kind !== 'incident' || typed.endDay !== '') && (
          <MomentFields
            id="slutter"
            label={text.ends}
            time={text.time}
            typed={{ day: typed.endDay, time: typed.endTime }}
            wrong={wrong}
          />
        )}
        {published && <TickField id="stille" label={text.quiet} hint={text.quietHint} ticked={false} />}
        <div class="seb-actions">
          <button class="button button-primary" type="submit" name="gem" value="udgiv">
            {published ? text.save : text.publish}
          </button>
          {!published && (
            <button class="button button-secondary" type="submit" name="gem" value="kladde">
              {text.saveDraft}
            </button>
          )}
          <a class="seb-hit" href={editorPaths.list}>
            {managementText[language].cancel}
          </a>
        </div>
      </form>
      {message && <Ends {...{ message, language }} />}
    </AdminLayout>
  )
}

type EffectProps = Pick<MessageFormPageProps, 'parts' | 'typed' | 'wrong'> & { language: 'da' | 'en' }

function Effect({ language, parts, typed, wrong }: EffectProps) {
  const text = editorText[language]
  return (
    <>
      <ChoicesField
        id="dele"
        label={text.parts}
        kind="checkbox"
        choices={parts.map(({ key, name }) => ({ value: key, name: name[language] }))}
        chosen={typed.parts}
        wrong={wrong}
      />
      {typed.kind !== 'notice' && (
        <ChoicesField
          id="virkning"
          label={text.effect}
          kind="radio"
          choices={effects.map((effect) => ({ value: effect, name: text.effects[effect] }))}
          chosen={[typed.effect]}
          wrong={wrong}
        />
      )}
      {typed.kind === 'incident' && (
        <SelectField
          id="alvor"
          label={text.priority}
          value={String(typed.priority ?? '')}
          none="–"
          choices={priorities.map((priority) => ({ value: String(priority), name: text.priorities[priority] }))}
          wrong={wrong}
        />
      )}
    </>
  )
}

/** What else can be done with a message that is there. */
function Ends({ message, language }: { message: StatusMessage; language: 'da' | 'en' }) {
  const text = editorText[language]
  const published = message.state === 'published'
  return (
    <form class="seb-section" method="post" action={editMessagePath(message.id)}>
      <input type="hidden" name="version" value={message.version} />
      {published && (
        <>
          {message.kind !== 'notice' && (
            <>
              <p class="quiet">{text.endHint}</p>
              <p class="seb-actions">
                <button class="button button-secondary" type="submit" name="gem" value="afslut">
                  {text.end[message.kind]}
                </button>
              </p>
            </>
          )}
          <p class="quiet">{text.withdrawHint}</p>
        </>
      )}
      <p class="seb-actions">
        <button class="button button-secondary" type="submit" name="gem" value="traek">
          {published ? text.withdraw : text.discard}
        </button>
      </p>
    </form>
  )
}
