/** "Rollepakker": the bundles of the organisation, what is in each and how many have it. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { adminPaths, bundlePath, newBundlePath } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import { rolesText } from '../roles/text.ts'
import type { Bundle } from './bundle.ts'
import { holdersWords } from './part-words.ts'
import { bundlesText } from './text.ts'

export type BundlesPageProps = {
  readonly frame: AdminFrame
  readonly bundles: readonly Bundle[]
  readonly holders: ReadonlyMap<string, number>
  readonly mayChange: boolean
}

export function BundlesPage({ frame, bundles, holders, mayChange }: BundlesPageProps) {
  const { language } = frame.shell
  const text = bundlesText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      breadcrumb={[{ name: rolesText[language].title, href: adminPaths.roles }]}
      actions={
        mayChange && (
          <a class="button button-primary" href={newBundlePath}>
            {text.add}
          </a>
        )
      }
    >
      {bundles.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.roles}</th>
              <th scope="col" class="r">
                {text.holders}
              </th>
            </tr>
          </thead>
          <tbody>
            {bundles.map(({ id, name, description, parts }) => (
              <tr>
                <th scope="row">
                  <a class="seb-name seb-hit" href={bundlePath(id)}>
                    {name}
                  </a>
                  {description && <small>{description}</small>}
                </th>
                <td data-title={text.roles}>
                  <span>{parts.map(({ role }) => (language === 'da' ? role.nameDa : role.nameEn)).join(', ')}</span>
                </td>
                <td data-title={text.holders} class="r">
                  <span>{holdersWords(holders.get(id) ?? 0, language)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminLayout>
  )
}
