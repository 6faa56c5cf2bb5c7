/** "Masseændring": send a file or paste rows, and what was sent before. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDateTime } from '../../../web/format.ts'
import type { Shell } from '../../../web/shell.ts'
import { adminPaths, bulkPath } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import { bulkFields, templateHeadings } from './bulk-columns.ts'
import type { BulkCounts, BulkJob } from './bulk-jobs.store.ts'
import type { FileMistake } from './read-csv.ts'
import { bulkText } from './text.ts'

export type StartMistake = FileMistake | { mistake: 'reason-missing' }

export type BulkStartPageProps = {
  readonly frame: AdminFrame
  readonly jobs: readonly (BulkJob & BulkCounts)[]
  readonly typed: { readonly pasted: string; readonly reason: string }
  readonly mistake: StartMistake | null
}

export function BulkStartPage({ frame, jobs, typed, mistake }: BulkStartPageProps) {
  const { shell } = frame
  const text = bulkText[shell.language]
  const ofReason = mistake?.mistake === 'reason-missing' ? text.reasonMissing : ''
  const ofFile = mistake && mistake.mistake !== 'reason-missing' ? fileSentence(shell, mistake) : ''
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {mistake && (
        <div class="seb-mistakes" role="alert">
          <h2>{text.mistakesTitle}</h2>
          <ul>
            <li>
              <a href={ofReason ? '#begrundelse' : '#fil'}>{ofReason || ofFile}</a>
            </li>
          </ul>
        </div>
      )}
      <form class="seb-form" method="post" enctype="multipart/form-data" action={adminPaths.bulk}>
        <div class={ofFile ? 'seb-field seb-field--bad' : 'seb-field'}>
          <label class="form-label" for="fil">
            {text.file}
          </label>
          <span class="form-hint">{text.fileHint}</span>
          <p class="seb-mistake" id="fil-fejl">
            {ofFile}
          </p>
          <input
            class="form-input"
            type="file"
            id="fil"
            name="fil"
            accept=".csv,.txt,text/csv"
            aria-describedby="fil-fejl"
          />
        </div>
        <div class="seb-field">
          <label class="form-label" for="raekker">
            {text.pasted}
          </label>
          <span class="form-hint">{text.pastedHint}</span>
          <textarea class="form-input" id="raekker" name="raekker" rows={6} spellcheck={false}>
            {typed.pasted}
          </textarea>
        </div>
        <div class={ofReason ? 'seb-field seb-field--bad' : 'seb-field'}>
          <label class="form-label" for="begrundelse">
            {text.reason}
          </label>
          <span class="form-hint">{text.reasonHint}</span>
          <p class="seb-mistake" id="begrundelse-fejl">
            {ofReason}
          </p>
          <input
            class="form-input"
            type="text"
            id="begrundelse"
            name="begrundelse"
            maxlength={500}
            value={typed.reason}
            aria-describedby="begrundelse-fejl"
          />
        </div>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.check}
          </button>
          <a class="seb-hit" href={adminPaths.bulkTemplate}>
            {text.template}
          </a>
        </div>
      </form>
      <Columns shell={shell} />
      <section class="seb-section" aria-labelledby="seneste">
        <h2 id="seneste">{text.latest}</h2>
        {jobs.length === 0 ? (
          <div class="seb-empty">
            <p class="strong">{text.noneYet}</p>
            <p>{text.noneYetNext}</p>
          </div>
        ) : (
          <Jobs shell={shell} jobs={jobs} />
        )}
      </section>
    </AdminLayout>
  )
}

function Columns({ shell }: { shell: Shell }) {
  const text = bulkText[shell.language]
  const headings = templateHeadings()
  return (
    <section class="seb-section" aria-labelledby="kolonner">
      <h2 id="kolonner">{text.columns}</h2>
      <dl class="seb-pairs">
        {bulkFields.map((field, at) => (
          <div>
            <dt>
              <span lang="da">{headings[at]}</span>
            </dt>
            <dd>{text.columnMeaning[field]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Jobs({ shell, jobs }: { shell: Shell; jobs: BulkStartPageProps['jobs'] }) {
  const { language } = shell
  const text = bulkText[language]
  const number = new Intl.NumberFormat(language)
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.latest}</caption>
      <thead>
        <tr>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.when}</th>
          <th scope="col">{text.who}</th>
          <th scope="col" class="r">
            {text.rows}
          </th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={bulkPath(job.id)}>
                {jobName(shell, job)}
              </a>
            </th>
            <td data-title={text.when}>
              <span>{formatDateTime(job.madeAt, language)}</span>
            </td>
            <td data-title={text.who}>
              <span>{job.madeByName}</span>
            </td>
            <td data-title={text.rows} class="r">
              <span>{number.format(job.total)}</span>
            </td>
            <td data-title={text.state}>
              <span>{text.states[job.state]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The file's name; a selection and pasted rows have none. */
export function jobName(shell: Shell, { fileName }: Pick<BulkJob, 'fileName'>): string {
  const text = bulkText[shell.language]
  if (fileName === null) return text.selection
  return fileName === '' ? text.pasting : fileName
}

function fileSentence({ language }: Shell, mistake: FileMistake): string {
  const text = bulkText[language].fileMistakes
  const number = new Intl.NumberFormat(language)
  const values = Object.entries(mistake).map(([key, value]) => [
    key,
    typeof value === 'number' ? number.format(value) : value,
  ])
  return fillText(text[mistake.mistake], Object.fromEntries(values))
}
