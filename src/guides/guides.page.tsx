/** `/vejledninger`: the guides by who one is, and a search through all of them. */

import { fill, fillText } from '../web/fill.ts'
import { Icon } from '../web/icons.tsx'
import { Layout } from '../web/layout.tsx'
import { Phone } from '../web/phone.tsx'
import type { Shell } from '../web/shell.ts'
import { type Guide, guideAddress, guidesPath } from './guide.ts'
import { type Found, longestQuery, markFound } from './search-guides.ts'
import { guideText } from './text.ts'

export type GuidesPageProps = {
  readonly shell: Shell
  readonly guides: readonly Guide[]
  /** What was searched for; null when nothing was. */
  readonly search: { readonly query: string; readonly found: readonly Found[] } | null
}

export function GuidesPage({ shell, guides, search }: GuidesPageProps) {
  const { language } = shell
  const text = guideText[language]
  const title = search ? fillText(text.resultTitle, { query: search.query }) : text.title
  return (
    <Layout shell={shell} title={title}>
      <h1>{title}</h1>
      {!search && <p class="lead">{text.lead}</p>}
      <search class="seb-find">
        <form action={guidesPath}>
          <label class="form-label" for="soeg">
            {text.search}
          </label>
          <div class="seb-search">
            <input
              class="form-input"
              type="search"
              id="soeg"
              name="soeg"
              value={search?.query}
              autocomplete="off"
              maxlength={longestQuery}
            />
            <button class="button button-secondary" type="submit">
              {text.searchNow}
            </button>
          </div>
        </form>
      </search>
      {search ? (
        <Results shell={shell} {...search} />
      ) : (
        <>
          <div class="seb-doors seb-section">
            {guides.map(({ slug, words }) => (
              <section class="seb-door seb-door--way">
                <h2>
                  <a href={guideAddress(slug)}>{words[language].who}</a>
                </h2>
                <p>{words[language].lead}</p>
                <Icon sprite={shell.assets.icons} name="arrow-forward" />
              </section>
            ))}
          </div>
          <section class="seb-section seb-guide" aria-labelledby="mitid">
            <h2 id="mitid">{text.mitId.title}</h2>
            <p>{text.mitId.professional}</p>
            <p>{text.mitId.person}</p>
          </section>
        </>
      )}
    </Layout>
  )
}

function Results({ shell, query, found }: { shell: Shell; query: string; found: readonly Found[] }) {
  const { language, desk } = shell
  const text = guideText[language]
  if (found.length === 0) {
    return (
      <section class="seb-section" aria-labelledby="fundne">
        <h2 id="fundne">{text.noneFound}</h2>
        <p>{fill(text.noneFoundNext, { phone: <Phone number={desk.phone} /> })}</p>
        <p>
          <a href={guidesPath}>{text.all}</a>
        </p>
      </section>
    )
  }
  return (
    <section class="seb-section seb-guide" aria-labelledby="fundne">
      <h2 id="fundne">{found.length === 1 ? text.foundOne : fillText(text.found, { count: found.length })}</h2>
      <ul class="plain-list seb-list">
        {found.map(({ guide, task, sentence }) => (
          <li>
            <a class="seb-hit" href={guideAddress(guide.slug, task.anchor)}>
              <span>
                <Marked text={task.words[language].title} query={query} />
              </span>
            </a>
            <br />
            <span class="quiet">{guide.words[language].title}</span>
            {sentence && (
              <p>
                <Marked text={sentence} query={query} />
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={guidesPath}>{text.all}</a>
      </p>
    </section>
  )
}

function Marked({ text, query }: { text: string; query: string }) {
  return <>{markFound(text, query).map((piece) => (piece.found ? <mark>{piece.text}</mark> : piece.text))}</>
}
