/**
 * A sentence of a guide. `strong` is pressed, `em` is filled in, `var` is the reader's own, `q` is what the page then says, and a link is a page to
 * open: `test/browser/guide.test.ts` reads these and does what they say.
 */
import type { Child } from 'hono/jsx'
import { fill, fillText } from '../web/fill.ts'
import { Phone } from '../web/phone.tsx'
import type { Shell } from '../web/shell.ts'
import type { Place, Task } from './guide.ts'

type Reader = Pick<Shell, 'language' | 'desk'>

export function Sentence({ text, task, shell }: { text: string; task: Task; shell: Reader }) {
  const { language, desk } = shell
  const marks = Object.entries(task.places).map(([key, place]) => [key, mark(place, place.name(language))] as const)
  return (
    <>
      {fill(text, {
        phone: <Phone number={desk.phone} />,
        mail: (
          <a class="seb-mail" href={`mailto:${desk.mail}?subject=SEB`}>
            {desk.mail}
          </a>
        ),
        ...Object.fromEntries<Child>(marks),
      })}
    </>
  )
}

/** The same as plain words, for searching. */
export function plainSentence(text: string, task: Task, { language, desk }: Reader): string {
  const names = Object.entries(task.places).map(([key, { name }]) => [key, name(language)] as const)
  return fillText(text, { phone: desk.phone, mail: desk.mail, ...Object.fromEntries(names) })
}

function mark(place: Place, name: string): Child {
  switch (place.kind) {
    case 'press':
      return <strong>{name}</strong>
    case 'field':
      return <em>{name}</em>
    case 'own':
      return <var>{name}</var>
    case 'sees':
      return <q>{name}</q>
    case 'page':
      return <a href={place.href}>{name}</a>
  }
}
