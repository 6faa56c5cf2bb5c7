/** Leads a newcomer through one story: what to press, whom to choose, and what will happen. */
import { fillText } from '../../src/web/fill.ts'
import type { Shell } from '../../src/web/shell.ts'
import { sandboxPaths } from '../addresses.ts'
import type { BrowserNotes } from '../browser-notes.ts'
import { services } from '../data/services.ts'
import { storyAddress } from '../pages/story-address.ts'
import { wayInWords } from '../pages/way-in-words.ts'
import { fullName, type Persona, type Story } from '../people/persona.ts'
import { personas } from '../people/personas.ts'
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

/** How the story went, and the one to go on with. */
export function StoryEnd({ shell, following }: Pick<GuideProps, 'shell' | 'following'>) {
  const { language } = shell
  const text = serviceText[language].guide
  const { persona, story, index } = following
  const next = storyAfter(persona, index)
  return (
    <section class="seb-callout" aria-labelledby="gik">
      <h2 id="gik">{fillText(text.done, { firstName: persona.firstName })}</h2>
      <p>{story.promise[language]}</p>
      <p>
        <a href={storyAddress(next.story.service, next.persona.key, next.index)}>
          {fillText(text.next, { name: fullName(next.persona), service: services[next.story.service].names[language] })}
        </a>
      </p>
    </section>
  )
}

/** The person's next story, else the first of the next person; after the last it begins again. */
function storyAfter(persona: Persona, index: number): { persona: Persona; story: Story; index: number } {
  const story = persona.stories[index + 1]
  if (story) return { persona, story, index: index + 1 }
  const next = personas[personas.indexOf(persona) + 1] ?? personas[0] ?? persona
  return { persona: next, story: next.stories[0], index: 0 }
}
