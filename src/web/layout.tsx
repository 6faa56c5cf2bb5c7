/** The frame of every page: language, title, skip link, header, footer. Nothing inline, nothing from another origin. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { formatWeekHours } from './format-hours.ts'
import { Phone } from './phone.tsx'
import type { Shell, ShellLinks } from './shell.ts'
import { webText } from './text.ts'

export type LayoutProps = {
  readonly shell: Shell
  /** Where one is: the first part of the title, before `– SEB`. */
  readonly title: string
  /** Static scripts that improve a page which already works. */
  readonly scripts?: readonly string[]
  /** `wide` lets the page fill the width itself (the front page). */
  readonly kind?: 'plain' | 'wide'
  /** Stylesheets that only this page needs. */
  readonly stylesheets?: readonly string[]
  readonly feeds?: readonly Feed[]
  readonly children: Child
}

/** What feed readers find by the address of the page. */
export type Feed = { readonly title: string; readonly type: string; readonly href: string }

export function Layout({ shell, kind = 'plain', scripts = [], children, ...head }: LayoutProps) {
  return (
    <Document {...{ ...head, shell, scripts }} bodyClass={kind === 'wide' ? 'seb-wide' : 'seb-plain'}>
      <Header shell={shell} />
      <main id="indhold" class={kind === 'wide' ? 'seb-main--wide' : 'container seb-main'} tabindex={-1}>
        {children}
      </main>
    </Document>
  )
}

export type DocumentProps = {
  readonly shell: Shell
  readonly title: string
  readonly scripts: readonly string[]
  /** Stylesheets that only some pages need, after the one all share. */
  readonly stylesheets?: readonly string[]
  readonly feeds?: readonly Feed[]
  readonly bodyClass: string
  readonly children: Child
}

/** What every page has in common: head, skip link, footer. */
export function Document(props: DocumentProps) {
  const { shell, title, scripts, stylesheets = [], feeds = [], bodyClass, children } = props
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={shell.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} – SEB`}</title>
          {shell.assets.fonts.map((font) => (
            <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          {[shell.assets.stylesheet, ...stylesheets].map((stylesheet) => (
            <link rel="stylesheet" href={stylesheet} />
          ))}
          <link rel="icon" href={shell.assets.mark} type="image/svg+xml" />
          {feeds.map((feed) => (
            <link rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
          ))}
          {scripts.map((script) => (
            <script src={script} defer />
          ))}
        </head>
        <body class={bodyClass}>
          <a class="skipnav" href="#indhold">
            {webText[shell.language].skip}
          </a>
          {children}
          <Footer shell={shell} />
        </body>
      </html>
    </>
  )
}

function Header({ shell }: { shell: Shell }) {
  const text = webText[shell.language]
  const other = shell.language === 'da' ? 'en' : 'da'
  const links = linksOf(shell, headerLinks)
  return (
    <header class="seb-top">
      <div class="container seb-top__in">
        <a class="seb-mark" href="/">
          <b>SEB</b>
          <span lang="da">Sundhedsvæsenets Elektroniske Brugerstyring</span>
        </a>
        {(links.length > 0 || shell.otherLanguage) && (
          <nav class="seb-top__links" aria-label={text.shortcuts}>
            {links.map(({ name, href }) => (
              <a class={name === 'help' ? undefined : 'seb-not-small'} href={href}>
                {text.links[name]}
                {name === 'help' && <span class="seb-not-small">&nbsp;{text.toThisPage}</span>}
              </a>
            ))}
            {shell.otherLanguage && (
              <a href={shell.otherLanguage} lang={other} hreflang={other}>
                {webText[other].thisLanguage}
              </a>
            )}
          </nav>
        )}
      </div>
    </header>
  )
}

/** On a phone the footer has them. */
const headerLinks = ['help', 'status', 'guides', 'contact'] as const
const footerLinks = ['status', 'guides', 'contact', 'accessibility', 'privacy', 'cookies'] as const

function Footer({ shell }: { shell: Shell }) {
  const text = webText[shell.language]
  const links = linksOf(shell, footerLinks)
  return (
    <footer class="seb-foot">
      <div class="container seb-foot__in">
        <p>
          <span class="strong" lang="da">
            SEB, Sundhedsvæsenets Elektroniske Brugerstyring
          </span>
          <br />
          {text.desk} <Phone number={shell.desk.phone} />, {formatWeekHours(shell.desk.phoneHours.week, shell.language)}
        </p>
        {links.length > 0 && (
          <nav aria-label={text.about}>
            <ul class="plain-list">
              {shell.links.help && (
                <li>
                  <a href={shell.links.help}>{text.helpHere}</a>
                </li>
              )}
              {links.map(({ name, href }) => (
                <li>
                  <a href={href}>{text.links[name]}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  )
}

/** Those of the pages that exist here. */
function linksOf<Name extends keyof ShellLinks>(shell: Shell, names: readonly Name[]): { name: Name; href: string }[] {
  return names.flatMap((name) => {
    const href = shell.links[name]
    return href ? [{ name, href }] : []
  })
}
