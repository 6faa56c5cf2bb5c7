/** The frame of the administration: who one acts as stands on every page, the menu beside the work, the work in the middle. */
import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { Document } from './layout.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type MenuItem = {
  readonly name: string
  readonly href: string
  readonly current: boolean
  /** How many wait there. */
  readonly count?: number
}

export type MenuSection = { readonly title: string | null; readonly items: readonly MenuItem[] }

export type Acting = {
  readonly person: string
  /** `overbrugeradministrator` */
  readonly capacity: string
  /** Whom one acts for: an organisation, a service, SEB. */
  readonly for: string
  /** Where one chooses another; null when there is only one. */
  readonly changeHref: string | null
}

export type AdminLayoutProps = {
  readonly shell: Shell
  readonly title: string
  readonly acting: Acting
  readonly menu: readonly MenuSection[]
  /** From the top down; the page itself is not among them. */
  readonly breadcrumb?: readonly { readonly name: string; readonly href: string }[]
  /** Beside the heading: what is done from here. */
  readonly actions?: Child
  /** Under the heading, one sentence. */
  readonly lead?: Child
  readonly scripts?: readonly string[]
  readonly children: Child
}

export function AdminLayout(props: AdminLayoutProps) {
  const { shell, title, acting, menu, breadcrumb = [], actions, lead, scripts = [], children } = props
  const text = webText[shell.language].admin
  return (
    <Document
      shell={shell}
      title={title}
      scripts={scripts}
      stylesheets={[shell.assets.adminStylesheet]}
      bodyClass="seb-admin"
    >
      <header>
        <div class="seb-top">
          <div class="seb-top__in">
            <a class="seb-mark seb-mark--admin" href="/">
              <b>SEB</b>
              <span>{text.title}</span>
            </a>
            <nav class="seb-top__links" aria-label={text.shortcuts}>
              {shell.links.help && (
                <a class="seb-not-small" href={shell.links.help}>
                  {webText[shell.language].helpHere}
                </a>
              )}
              {shell.otherLanguage && (
                <a href={shell.otherLanguage} lang={shell.language === 'da' ? 'en' : 'da'}>
                  {webText[shell.language === 'da' ? 'en' : 'da'].thisLanguage}
                </a>
              )}
              <a href="/login/log-ud">{text.logOut}</a>
            </nav>
          </div>
        </div>
        <div class="seb-bar">
          <div class="seb-acting">
            <p>
              {text.actingFor} <strong>{acting.for}</strong>{' '}
              {acting.changeHref && (
                <a class="seb-hit" href={acting.changeHref}>
                  {text.change}
                  <span class="sr-only"> {text.changeWhat}</span>
                </a>
              )}
            </p>
            <p class="seb-acting__me">
              <strong>{acting.person}</strong>
              <span class="quiet">, {acting.capacity}</span>
            </p>
          </div>
          <details class="seb-menu">
            <summary>
              <Icon sprite={shell.assets.icons} name="menu" /> {text.menu}
            </summary>
            <nav aria-label={text.title}>
              <Menu sections={menu} />
            </nav>
          </details>
        </div>
      </header>
      <div class="seb-frame">
        <nav class="seb-nav" aria-label={text.title}>
          <Menu sections={menu} />
        </nav>
        <main id="indhold" class="seb-content" tabindex={-1}>
          {breadcrumb.length > 0 && (
            <nav aria-label={text.breadcrumb}>
              <ol class="seb-crumbs plain-list">
                {breadcrumb.map(({ name, href }) => (
                  <li>
                    <a href={href}>{name}</a>
                  </li>
                ))}
                <li aria-current="page">{title}</li>
              </ol>
            </nav>
          )}
          <div class="seb-pagehead">
            <div>
              <h1>{title}</h1>
              {lead && <p>{lead}</p>}
            </div>
            {actions && <div class="seb-actions">{actions}</div>}
          </div>
          {children}
        </main>
      </div>
    </Document>
  )
}

function Menu({ sections }: { sections: readonly MenuSection[] }) {
  return (
    <>
      {sections.map(({ title, items }) => (
        <>
          {title && <p class="seb-menu__title">{title}</p>}
          <ul class="seb-menu__list plain-list">
            {items.map(({ name, href, current, count }) => (
              <li>
                <a href={href} {...(current ? { 'aria-current': 'page' as const } : {})}>
                  {name}
                  {count ? <span class="seb-count">{count}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}
