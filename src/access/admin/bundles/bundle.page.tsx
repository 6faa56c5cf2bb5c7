/** One bundle: what is in it, who has been given it, and whose roles differ from it since; and the question before it is deleted. */

import type { Page } from '../../../storage/keyset.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { Icon } from '../../../web/icons.tsx'
import { Pager } from '../../../web/pager.tsx'
import { adminPaths, bundleDeedPath, bundlePath, employeePath, givenBundlePath } from '../admin-paths.ts'
import type { UnitNumbers } from '../assign/unit-numbers.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import { rolesText } from '../roles/text.ts'
import { type Bundle, type BundleDifference, isDifferent } from './bundle.ts'
import type { BundleHolder } from './bundles.store.ts'
import { differenceWords, holdersWords, partWords, roleName } from './part-words.ts'
import { bundlesText } from './text.ts'

export const bundleDeeds = ['oprettet', 'rettet'] as const

export type ComparedHolder = BundleHolder & { readonly difference: BundleDifference }

export type BundlePageProps = {
  readonly frame: AdminFrame
  readonly bundle: Bundle
  readonly units: readonly UnitNumbers[]
  readonly holders: Page<ComparedHolder>
  readonly mayChange: boolean
  /** Nobody decides about themselves. */
  readonly ownAccountId: string
  readonly done: (typeof bundleDeeds)[number] | null
}

export function BundlePage(props: BundlePageProps) {
  const { frame, bundle, units, holders, mayChange, done } = props
  const { shell } = frame
  const { language } = shell
  const text = bundlesText[language]
  return (
    <AdminLayout
      {...frame}
      {...pageOf(frame, bundle)}
      lead={bundle.description}
      actions={mayChange && <Actions bundle={bundle} frame={frame} />}
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{text.done[done]}</p>
        </div>
      )}
      <table class="seb-table">
        <caption>{text.roles}</caption>
        <thead>
          <tr>
            {[rolesText[language].role, text.service, text.appliesTo].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bundle.parts.map((part) => (
            <tr>
              <th scope="row">
                <span class="seb-name">{roleName(part.role, language)}</span>
              </th>
              <td data-title={text.service}>
                <span>{roleName(part.service, language)}</span>
              </td>
              <td data-title={text.appliesTo}>
                <span>{partWords(part, units, language)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section class="seb-section" aria-labelledby="har-den">
        <h2 id="har-den">{text.holdersTitle}</h2>
        {holders.rows.length === 0 ? (
          <div class="seb-empty">
            <p class="strong">{text.noHolders}</p>
            <p>{text.noHoldersNext}</p>
          </div>
        ) : (
          <Holders {...props} />
        )}
        <Pager shell={shell} page={holders} list={bundlePath(bundle.id)} />
      </section>
    </AdminLayout>
  )
}

function Actions({ bundle, frame }: Pick<BundlePageProps, 'bundle' | 'frame'>) {
  const text = bundlesText[frame.shell.language]
  return (
    <>
      <a class="button button-primary" href={bundleDeedPath(bundle.id, 'ret')}>
        {text.change}
      </a>
      <a class="button button-secondary" href={bundleDeedPath(bundle.id, 'omfang')}>
        {text.changeScopes}
      </a>
      <a class="button button-secondary" href={bundleDeedPath(bundle.id, 'slet')}>
        {text.remove}
      </a>
    </>
  )
}

function Holders({ frame, bundle, holders, ownAccountId }: BundlePageProps) {
  const { language, assets } = frame.shell
  const text = bundlesText[language]
  const words = employeesText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.holdersTitle}</caption>
      <thead>
        <tr>
          {[words.name, words.unit, text.compared].map((title) => (
            <th scope="col">{title}</th>
          ))}
          <th scope="col">
            <span class="sr-only">{words.deed}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {holders.rows.map(({ id, name, unitName, difference }) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={employeePath(id)}>
                {name}
              </a>
            </th>
            <td data-title={words.unit}>
              <span>{unitName ?? words.noUnit}</span>
            </td>
            <td data-title={text.compared}>
              <span>
                {isDifferent(difference) ? (
                  <>
                    <span class="seb-state seb-state--warn">
                      <Icon sprite={assets.icons} name="warning" />
                      {text.differs}
                    </span>
                    {differenceWords(difference, language).map((sentence) => (
                      <small>{sentence}</small>
                    ))}
                  </>
                ) : (
                  text.same
                )}
              </span>
            </td>
            <td>
              {isDifferent(difference) && id !== ownAccountId && (
                <a class="seb-hit" href={givenBundlePath(id, bundle.id, 'opdater')}>
                  {text.bringUp}
                  <span class="sr-only"> {name}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type DeleteBundlePageProps = { readonly frame: AdminFrame; readonly bundle: Bundle; readonly holders: number }

export function DeleteBundlePage({ frame, bundle, holders }: DeleteBundlePageProps) {
  const { language } = frame.shell
  const text = bundlesText[language]
  const { breadcrumb } = pageOf(frame, bundle)
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.removeTitle, { name: bundle.name })}
      breadcrumb={[...breadcrumb, { name: bundle.name, href: bundlePath(bundle.id) }]}
    >
      <form class="seb-form" method="post" action={bundleDeedPath(bundle.id, 'slet')}>
        <div class="seb-callout">
          <h2>{text.consequences}</h2>
          <ul>
            {text.removeConsequences.map((consequence) => (
              <li>{fillText(consequence, { count: holdersWords(holders, language) })}</li>
            ))}
          </ul>
        </div>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.remove}
          </button>
          <a class="seb-hit" href={bundlePath(bundle.id)}>
            {text.keep}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

function pageOf({ shell: { language } }: AdminFrame, { name }: Bundle) {
  return {
    title: name,
    breadcrumb: [
      { name: rolesText[language].title, href: adminPaths.roles },
      { name: bundlesText[language].title, href: adminPaths.bundles },
    ],
  }
}
