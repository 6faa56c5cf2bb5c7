/** "Fjern som administrator?": what will happen, and one button. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { administratorPath, adminPaths } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import type { Administrator } from './administrators.store.ts'
import { Mistake, type MistakeKey } from './mistake.tsx'
import { shownAs } from './save-appointment.ts'
import { administratorsText } from './text.ts'

export type RemoveAdministratorPageProps = {
  readonly frame: AdminFrame
  readonly administrator: Administrator
  readonly mistake: MistakeKey | null
}

export function RemoveAdministratorPage({ frame, administrator, mistake }: RemoveAdministratorPageProps) {
  const { language } = frame.shell
  const text = administratorsText[language]
  const { name, accountId } = administrator
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.removeTitle, { name })}
      breadcrumb={[{ name: text.title, href: adminPaths.administrators }]}
    >
      {mistake && <Mistake language={language} mistake={mistake} field={null} />}
      <p>{text.consequences}</p>
      <ul>
        {[text.consequence1, text.consequence2, text.consequence3].map((consequence) => (
          <li>{fillText(consequence, { name })}</li>
        ))}
      </ul>
      <form method="post" action={`${administratorPath(accountId)}/fjern`}>
        <input type="hidden" name="set" value={shownAs(administrator)} />
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.removeNow}
          </button>
          <a href={adminPaths.administrators}>{text.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}
