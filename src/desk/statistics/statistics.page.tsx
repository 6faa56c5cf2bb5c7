/** "Statistik": what the desk was asked and how long it took, by month and kind. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { casesPaths } from '../cases/cases-paths.ts'
import { casesText } from '../cases/text.ts'
import { durationIn } from './duration.ts'
import type { MonthOfKind } from './statistics.store.ts'
import { statisticsText } from './text.ts'

export type StatisticsPageProps = { readonly frame: AdminFrame; readonly rows: readonly MonthOfKind[] }

export function StatisticsPage({ frame, rows }: StatisticsPageProps) {
  const { language } = frame.shell
  const text = statisticsText[language]
  const months = [...Map.groupBy(rows, ({ month }) => month)]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      breadcrumb={[{ name: casesText[language].overview.title, href: casesPaths.overview }]}
      actions={
        rows.length > 0 && (
          <a class="button button-secondary" href={casesPaths.statisticsFile}>
            {text.download}
          </a>
        )
      }
    >
      {rows.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      )}
      {months.map(([month, kinds]) => (
        <Month frame={frame} month={month} kinds={kinds} />
      ))}
    </AdminLayout>
  )
}

function Month({ frame, month, kinds }: { frame: AdminFrame; month: string; kinds: readonly MonthOfKind[] }) {
  const { language } = frame.shell
  const text = statisticsText[language]
  const number = new Intl.NumberFormat(language)
  return (
    <table class="seb-table seb-table--alike">
      <caption>{monthName(month, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{text.kind}</th>
          {[text.opened, text.solved, text.answer, text.solve].map((name) => (
            <th scope="col" class="r">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, opened, solved, answerMinutes, solveMinutes }) => (
          <tr>
            <th scope="row">{casesText[language].kinds[kind]}</th>
            <td data-title={text.opened} class="r">
              <span>{number.format(opened)}</span>
            </td>
            <td data-title={text.solved} class="r">
              <span>{number.format(solved)}</span>
            </td>
            <td data-title={text.answer} class="r">
              <span>{durationIn(answerMinutes, language)}</span>
            </td>
            <td data-title={text.solve} class="r">
              <span>{durationIn(solveMinutes, language)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function monthName(month: string, language: 'da' | 'en'): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  const words = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return words.format(new Date(`${month}-15T00:00:00Z`))
}
