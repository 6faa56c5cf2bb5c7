/** A guide: what is on it, then task by task the steps, with a picture where one helps. Made to be printed. */

import { fill } from '../web/fill.ts'
import { Layout } from '../web/layout.tsx'
import type { Shell } from '../web/shell.ts'
import { type Guide, guideAddress, type Task } from './guide.ts'
import { pictureName, pictureSize } from './pictures.ts'
import { Sentence } from './step.tsx'
import { guideText } from './text.ts'

export type GuidePageProps = {
  readonly shell: Shell
  readonly guide: Guide
  /** The others, for whoever came to the wrong one. */
  readonly others: readonly Guide[]
}

export function GuidePage({ shell, guide, others }: GuidePageProps) {
  const { language } = shell
  const text = guideText[language]
  const { title, lead } = guide.words[language]
  return (
    <Layout shell={shell} title={title}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <nav class="seb-not-printed" aria-label={text.contents}>
        <ul class="plain-list">
          {guide.tasks.map((task) => (
            <li>
              <a class="seb-hit" href={`#${task.anchor}`}>
                {task.words[language].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>{fill(text.legend, { press: <strong>{text.legendPress}</strong>, field: <em>{text.legendField}</em> })}</p>
      {guide.tasks.map((task) => (
        <TaskSection shell={shell} task={task} />
      ))}
      <nav class="seb-section seb-not-printed" aria-labelledby="andre">
        <h2 id="andre">{text.others}</h2>
        <ul class="plain-list">
          {others.map((other) => (
            <li>
              <a class="seb-hit" href={guideAddress(other.slug)}>
                {other.words[language].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </Layout>
  )
}

function TaskSection({ shell, task }: { shell: Shell; task: Task }) {
  const { title, steps, note } = task.words[shell.language]
  const sentences = steps.map((step) => (
    <li>
      <Sentence text={step} task={task} shell={shell} />
    </li>
  ))
  return (
    <section class="seb-section seb-guide" aria-labelledby={task.anchor}>
      <h2 id={task.anchor}>{title}</h2>
      {task.loose ? <ul>{sentences}</ul> : <ol>{sentences}</ol>}
      {note && (
        <p>
          <Sentence text={note} task={task} shell={shell} />
        </p>
      )}
      <Picture shell={shell} task={task} />
    </section>
  )
}

function Picture({ shell, task }: { shell: Shell; task: Task }) {
  const { language, assets } = shell
  const alt = task.words[language].picture
  const source = task.picture && assets.pictures[pictureName(task.picture, language)]
  return source && alt ? (
    <img class="seb-guide__picture" src={source} alt={alt} {...pictureSize} loading="lazy" />
  ) : null
}
