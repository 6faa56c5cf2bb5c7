/** The tab Lokal IdP: last used on top, a search that works without scripts, and the list in groups. */
import { fillText } from '../web/fill.ts'
import { Icon } from '../web/icons.tsx'
import type { Shell } from '../web/shell.ts'
import { type Choice, writeChoice } from './choice.ts'
import { discoveryAddress, discoveryFields, discoveryPaths } from './discovery-address.ts'
import { choiceForm } from './discovery-form.ts'
import type { ProviderList } from './list-providers.ts'
import { initialsOf, ProviderRows } from './provider-rows.tsx'
import { RememberTick } from './remember-tick.tsx'
import type { DiscoveryText } from './text.da.ts'
import { discoveryText } from './text.ts'
import { Trouble } from './trouble.tsx'

export type LastUsed = {
  readonly choice: Choice
  readonly name: string
  readonly trouble: string | null
}

export type LocalTabProps = {
  readonly shell: Shell
  readonly list: ProviderList
  /** Null when the last used one was not local. */
  readonly lastUsed: LastUsed | null
  readonly signIn: string
}

export function LocalTab({ shell, list, lastUsed: last, signIn }: LocalTabProps) {
  const text = discoveryText[shell.language]
  return (
    <>
      <div class="seb-question">
        <h2>{last ? fillText(text.youChoseLast, { name: last.name }) : text.pickLocal}</h2>
        <RememberTick text={text} form={choiceForm} />
      </div>
      {last && (
        <button
          class="seb-choice seb-choice--last"
          type="submit"
          form={choiceForm}
          name={discoveryFields.choice}
          value={writeChoice(last.choice)}
        >
          <span class="seb-tile" aria-hidden="true">
            {initialsOf(last.name)}
          </span>
          <span>
            <b>{last.name}</b>
            <small>{text.asUsual}</small>
            {last.trouble && <Trouble shell={shell} text={last.trouble} />}
          </span>
          <Icon sprite={shell.assets.icons} name="arrow-forward" />
        </button>
      )}
      <search class={last ? 'seb-find seb-find--after' : 'seb-find'}>
        <form action={discoveryPaths.choose} id="soegning">
          <input type="hidden" name={discoveryFields.signIn} value={signIn} />
          <input type="hidden" name="fane" value="lokal" />
          <input type="hidden" name="skift" value="1" />
          <label class="form-label" for="soeg">
            {text.search}
          </label>
          <div class="seb-search">
            <input
              class="form-input"
              type="search"
              id="soeg"
              name="soeg"
              value={list.query}
              autocomplete="off"
              maxlength={100}
            />
            <button class="button button-secondary" type="submit">
              {text.searchButton}
            </button>
          </div>
        </form>
      </search>
      <Found text={text} list={list} signIn={signIn} />
      <div id="fundne">
        {list.sections.map((section) => (
          <ProviderRows shell={shell} section={section} list={list} signIn={signIn} />
        ))}
        {list.group && <Pager text={text} list={list} signIn={signIn} />}
      </div>
    </>
  )
}

/** How many were found, announced to those who do not see the list change. */
function Found({ text, list, signIn }: { text: DiscoveryText; list: ProviderList; signIn: string }) {
  const { query, found, total } = list
  const shown = list.sections.reduce((sum, section) => sum + section.rows.length, 0)
  const sentence = found === 0 ? text.foundNone : shown < found ? text.foundBest : text.found
  const all = discoveryAddress(signIn, { tab: 'lokal', change: true })
  return (
    <div class="seb-found" id="fundet">
      <p role="status">{query && fillText(sentence, { found, shown, total, query })}</p>
      {query && found > 0 && (
        <a class="seb-hit" href={all}>
          {text.showAll}
        </a>
      )}
      {query && found === 0 && (
        <div class="seb-empty">
          <p>{text.foundNoneAdvice}</p>
          <p>
            <a href={all}>{text.showAll}</a>
          </p>
        </div>
      )}
      {list.group && (
        <a class="seb-hit" href={all}>
          {text.backToGroups}
        </a>
      )}
    </div>
  )
}

const perPage = 100

function Pager({ text, list, signIn }: { text: DiscoveryText; list: ProviderList; signIn: string }) {
  const section = list.sections[0]
  if (!section || list.pages < 2) return null
  const to = (list.page - 1) * perPage + section.rows.length
  const view = { tab: 'lokal' as const, group: list.group, change: true }
  const next = Math.min(perPage, section.total - to)
  return (
    <nav class="seb-pager" aria-label={text.pages}>
      <p class="num">{fillText(text.pageOf, { from: (list.page - 1) * perPage + 1, to, total: section.total })}</p>
      {list.page > 1 && (
        <a class="button button-secondary" href={discoveryAddress(signIn, { ...view, page: list.page - 1 })}>
          {fillText(text.previous, { count: perPage })}
        </a>
      )}
      {next > 0 && (
        <a class="button button-secondary" href={discoveryAddress(signIn, { ...view, page: list.page + 1 })}>
          {fillText(text.next, { count: next })}
        </a>
      )}
    </nav>
  )
}
