/** "Udtræk": for which day, and as which kind of file. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { adminPaths } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import { exportText } from './text.ts'

export type DayMistake = 'no-day' | 'future'

export type ExportPageProps = {
  readonly frame: AdminFrame
  readonly day: string
  /** The last day there can be an export of. */
  readonly today: string
  readonly mistake: DayMistake | null
}

export function ExportPage({ frame, day, today, mistake }: ExportPageProps) {
  const text = exportText[frame.shell.language]
  const sentence = mistake ? text.mistakes[mistake] : ''
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {mistake && (
        <div class="seb-mistakes" role="alert">
          <h2>{text.mistakesTitle}</h2>
          <ul>
            <li>
              <a href="#dag">{sentence}</a>
            </li>
          </ul>
        </div>
      )}
      <form class="seb-form" method="get" action={adminPaths.exportFile}>
        <div class={mistake ? 'seb-field seb-field--bad' : 'seb-field'}>
          <label class="form-label" for="dag">
            {text.day}
          </label>
          <span class="form-hint">{text.dayHint}</span>
          <p class="seb-mistake" id="dag-fejl">
            {sentence}
          </p>
          <input
            class="form-input"
            type="date"
            id="dag"
            name="dag"
            value={day}
            max={today}
            aria-describedby="dag-fejl"
          />
        </div>
        <div class="seb-actions">
          <button class="button button-primary" type="submit" name="som" value="xlsx">
            {text.download.xlsx}
          </button>
          <button class="button button-secondary" type="submit" name="som" value="csv">
            {text.download.csv}
          </button>
        </div>
      </form>
      <section class="seb-section" aria-labelledby="med">
        <h2 id="med">{text.contents}</h2>
        <ul>
          {text.what.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>{text.logged}</p>
      </section>
    </AdminLayout>
  )
}
