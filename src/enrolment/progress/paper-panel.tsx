/** The paper way: get the document, sign it by hand, and hand it in. */
import { fillText } from '../../web/fill.ts'
import type { Shell } from '../../web/shell.ts'
import { enrolmentDeedPath } from '../enrolment-paths.ts'
import type { Enrolment } from '../enrolments.store.ts'
import { progressText } from './text.ts'

export type PaperPanelProps = { readonly shell: Shell; readonly enrolment: Pick<Enrolment, 'reference'> }

export function PaperPanel({ shell, enrolment }: PaperPanelProps) {
  const text = progressText[shell.language].paper
  const { reference } = enrolment
  return (
    <section class="seb-section" id="papir">
      <h2>{text.title}</h2>
      <ol class="seb-numbered">
        {Object.values(text.steps).map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>
        <a class="button button-secondary" href={enrolmentDeedPath(reference, 'tilmelding.pdf')}>
          {text.pdf}
        </a>
      </p>
      <p>{fillText(text.mail, { mail: shell.desk.mail, reference })}</p>
    </section>
  )
}
