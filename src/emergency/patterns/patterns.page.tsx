/** How often roles are taken in an emergency, by organisation: for whoever owns them, and for system management. Nobody's name. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import type { Pattern } from '../emergencies.store.ts'
import { emergencyText } from '../text.ts'

export function PatternsPage({ frame, patterns }: { frame: AdminFrame; patterns: readonly Pattern[] }) {
  const { language } = frame.shell
  const text = emergencyText[language].patterns
  const number = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB')
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {patterns.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              {[text.organisation, text.role, text.taken, text.people, text.waiting, text.notJustified].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {patterns.map((pattern) => (
              <tr>
                <th scope="row">{pattern.organisation}</th>
                <td data-title={text.role}>
                  <span>
                    {pattern.role[language]}
                    <small>{pattern.service[language]}</small>
                  </span>
                </td>
                {(
                  [
                    [text.taken, pattern.taken],
                    [text.people, pattern.people],
                    [text.waiting, pattern.waiting],
                    [text.notJustified, pattern.notJustified],
                  ] as const
                ).map(([name, count]) => (
                  <td data-title={name}>
                    <span class="num">{number.format(count)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminLayout>
  )
}
