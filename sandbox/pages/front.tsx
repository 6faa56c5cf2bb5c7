/** What the sandbox shows a newcomer on SEB’s front page: three clicks to the first log-in, and what to try next. */
import type { Child } from 'hono/jsx'
import { fillText } from '../../src/web/fill.ts'
import type { Shell } from '../../src/web/shell.ts'
import { sandboxPaths } from '../addresses.ts'
import { services } from '../data/services.ts'
import { fullName } from '../people/persona.ts'
import { personas } from '../people/personas.ts'
import { storyAddress } from './story-address.ts'
import { sandboxText } from './text.ts'

/** Those who between them show most: arriving, choosing, being refused. */
const next = ['dorte', 'helle', 'emil', 'gustav', 'petra', 'jonas']

function SandboxFront({ shell }: { shell: Shell }) {
  const { language } = shell
  const text = sandboxText[language].front
  const count = personas.length
  const anna = storyAddress('medicinkort', 'anna', 0)
  return (
    <section class="seb-door sb-front" aria-labelledby="proev">
      <h2 id="proev">{text.title}</h2>
      <p>{fillText(text.lead, { count })}</p>
      <ol class="sb-steps">
        <li>
          <strong>{text.step1}</strong>
          <span>{text.step1Hint}</span>
          <a class="button button-primary" href={anna}>
            {text.step1Button}
          </a>
        </li>
        <li>
          <strong>{text.step2}</strong>
          <span>{text.step2Hint}</span>
        </li>
        <li>
          <strong>{text.step3}</strong>
          <span>{text.step3Hint}</span>
        </li>
      </ol>
      <h3>{text.nextTitle}</h3>
      <ul class="plain-list sb-next">
        {personas
          .filter(({ key }) => next.includes(key))
          .map((persona) => {
            const [story] = persona.stories
            return (
              <li>
                <a href={storyAddress(story.service, persona.key, 0)}>
                  {fillText(text.try, { name: fullName(persona), title: persona.title[language] })}
                </a>{' '}
                {fillText(text.inService, { service: services[story.service].names[language] })}
                <span>{story.promise[language]}</span>
              </li>
            )
          })}
      </ul>
      <p class="seb-actions sb-section">
        <a href={sandboxPaths.overview}>{fillText(text.toPeople, { count })}</a>
        <a href={sandboxPaths.switchboard}>{text.toFaults}</a>
      </p>
    </section>
  )
}

/** For the front page's slot. */
export function sandboxFront(shell: Shell): Child {
  return <SandboxFront shell={shell} />
}
