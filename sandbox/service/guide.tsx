/** Leads a newcomer through one story: what to press, whom to choose, and what will happen. */
import { fillText } from '../../src/web/fill.ts'
import type { Shell } from '../../src/web/shell.ts'
import { sandboxPaths } from '../addresses.ts'
import type { BrowserNotes } from '../browser-notes.ts'
import { wayInWords } from '../pages/way-in-words.ts'
import { fullName } from '../people/persona.ts'
import { serviceText } from './text.ts'

export type GuideProps = {
  readonly shell: Shell
  readonly following: NonNullable<BrowserNotes['following']>
  /** Somebody who is not the person of the story is logged in in this browser. */
  readonly someoneElse: boolean
}

export function Guide({ shell, following: { persona, story }, someoneElse }: GuideProps) {
  const { language } = shell
  const text = serviceText[language].guide
  const name = fullName(persona)
  return (
    <section class="seb-callout sb-guide" aria-labelledby="saadan">
      <h2 id="saadan">{fillText(text.title, { name, title: persona.title[language] })}</h2>
      <ol>
        <li>{text.step1}</li>
        <li>{fillText(text.step2, { way: wayInWords(story, language) })}</li>
        <li>{fillText(text.step3, { name })}</li>
        {story.ends.kind === 'chooses' && <li>{fillText(text.stepOrganisation, { firstName: persona.firstName })}</li>}
      </ol>
      <p>
        <strong>{text.after}</strong> {story.promise[language]}
      </p>
      {someoneElse && <p>{text.someoneElse}</p>}
      <p>
        <a href={sandboxPaths.overview}>{text.stop}</a>
      </p>
    </section>
  )
}
