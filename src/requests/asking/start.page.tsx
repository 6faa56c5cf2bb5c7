/** "Bed om adgang": the two ways in, the smaller ones, and what was begun and not sent. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import { askPaths, draftPath } from '../request-paths.ts'
import type { ListedDraft } from './drafts.store.ts'
import { askText } from './text.ts'

export type StartPageProps = {
  readonly frame: AdminFrame
  readonly organisation: string
  /** Has an account that works: asks for more, else to be created. */
  readonly isEmployed: boolean
  /** Has asked to be created, and waits for an answer. */
  readonly isWaiting: boolean
  readonly drafts: readonly ListedDraft[]
  /** Whether they may ask on behalf of others. */
  readonly asksForOthers: boolean
  /** They came from a service that cannot be asked for here. */
  readonly unknownService: boolean
  readonly formId: string
}

export function StartPage(props: StartPageProps) {
  const { frame, organisation, isEmployed, isWaiting, drafts, unknownService, formId } = props
  const { language, assets } = frame.shell
  const text = askText[language]
  const { ways } = text
  const named = (sentence: string) => fillText(sentence, { organisation })
  return (
    <AdminLayout {...frame} title={text.title} lead={named(text.lead)}>
      {unknownService && (
        <div class="seb-callout seb-callout--warn" role="status">
          <Icon sprite={assets.icons} name="warning" />
          <p>{named(text.gone.unknownService)}</p>
        </div>
      )}
      <section class="seb-block">
        <h2>{ways.title}</h2>
        <form method="post" action={askPaths.start}>
          <input type="hidden" name="id" value={formId} />
          <ul class="seb-or plain-list">
            <li>
              <button class="seb-way" type="submit" name="hvad" value={isEmployed ? 'mere' : 'ny'}>
                <span>
                  <b>{isEmployed || isWaiting ? ways.more : named(ways.newHere)}</b>
                  <small>{isWaiting ? ways.waitingHint : isEmployed ? ways.moreHint : ways.newHereHint}</small>
                </span>
                <Icon sprite={assets.icons} name="chevron-right" />
              </button>
            </li>
            {isWaiting && (
              <li>
                <WayLink frame={frame} href={askPaths.requests} name={ways.waiting} hint={ways.follow} />
              </li>
            )}
            {isEmployed && (
              <li>
                <WayLink frame={frame} href={`${minePaths.home}#roller`} name={ways.lose} hint={ways.loseHint} />
              </li>
            )}
            {props.asksForOthers && (
              <li>
                <WayLink frame={frame} href={askPaths.forOthers} name={ways.others} hint={ways.othersHint} />
              </li>
            )}
          </ul>
        </form>
      </section>
      <section class="seb-block">
        <h2>{isEmployed ? ways.newElsewhere : ways.hasAccountElsewhere}</h2>
        <p>{named(isEmployed ? ways.newElsewhereHint : ways.hasAccountElsewhereHint)}</p>
        <p>
          <a class="seb-hit" href="/login/log-ud">
            {ways.logOut}
          </a>
        </p>
      </section>
      {drafts.length > 0 && <Drafts frame={frame} drafts={drafts} />}
    </AdminLayout>
  )
}

function WayLink({ frame, href, name, hint }: { frame: AdminFrame; href: string; name: string; hint: string }) {
  return (
    <a class="seb-way" href={href}>
      <span>
        <b>{name}</b>
        <small>{hint}</small>
      </span>
      <Icon sprite={frame.shell.assets.icons} name="chevron-right" />
    </a>
  )
}

function Drafts({ frame, drafts }: Pick<StartPageProps, 'frame' | 'drafts'>) {
  const { language } = frame.shell
  const text = askText[language].drafts
  const nameOf = (named: { nameDa: string; nameEn: string } | null) =>
    named && (language === 'da' ? named.nameDa : named.nameEn)
  return (
    <section class="seb-block" aria-labelledby="kladder">
      <h2 id="kladder">{text.title}</h2>
      <p class="quiet">{text.lead}</p>
      <table class="seb-table">
        <caption class="sr-only">{text.title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.saved}</th>
            <th scope="col">
              <span class="sr-only">{text.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ id, service, role, updatedAt }) => {
            const name = [nameOf(role), nameOf(service)].filter((part) => part !== null).join(', ') || text.unnamed
            return (
              <tr>
                <th scope="row">
                  <a class="seb-name seb-hit" href={draftPath(id, 'hvad')}>
                    {name}
                  </a>
                </th>
                <td data-title={text.saved}>
                  <span>{formatDateTime(updatedAt, language)}</span>
                </td>
                <td>
                  <form method="post" action={draftPath(id, 'slet')}>
                    <button class="button button-secondary" type="submit">
                      {text.remove}
                      <span class="sr-only"> {name}</span>
                    </button>
                  </form>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
