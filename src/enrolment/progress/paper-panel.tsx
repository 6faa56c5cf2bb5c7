/** The paper way: get the document, sign it by hand, and upload it. */
import { isWrong, type Wrong } from '../../access/management/fields.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import type { Shell } from '../../web/shell.ts'
import { enrolmentDeedPath } from '../enrolment-paths.ts'
import type { Enrolment } from '../enrolments.store.ts'
import type { Paper } from '../papers/papers.store.ts'
import { paperText } from '../papers/text.ts'
import { progressText } from './text.ts'
import { UploadField } from './upload-field.tsx'

export type PaperPanelProps = {
  readonly shell: Shell
  readonly enrolment: Pick<Enrolment, 'reference'>
  readonly papers: readonly Paper[]
  /** Of what was uploaded just now. */
  readonly wrong: Wrong
}

export function PaperPanel({ shell, enrolment, papers, wrong }: PaperPanelProps) {
  const { language, desk } = shell
  const text = progressText[language].paper
  const kinds = paperText[language].upload.kinds
  const { reference } = enrolment
  return (
    <section class="seb-section" id="paa-papir">
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
      {papers.length > 0 && (
        <>
          <h3>{text.received}</h3>
          <ul>
            {papers.map(({ kind, keptAt }) => (
              <li>{fillText(text.receivedOne, { kind: kinds[kind], date: formatDateTime(keptAt, language) })}</li>
            ))}
          </ul>
        </>
      )}
      {isWrong(wrong) && (
        <div class="seb-mistakes" role="alert">
          <h3>{text.wrong}</h3>
          <ul>
            {Object.entries(wrong).map(([field, sentence]) => (
              <li>
                <a href={`#${field}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form class="seb-form" method="post" enctype="multipart/form-data" action={enrolmentDeedPath(reference, 'papir')}>
        <UploadField language={language} wrong={wrong} />
        <div class="seb-actions">
          <button class="button button-secondary" type="submit">
            {papers.length === 0 ? text.upload : text.another}
          </button>
        </div>
      </form>
      <p>{fillText(text.mail, { mail: desk.mail, reference })}</p>
    </section>
  )
}
