/** Asks a route as somebody and keeps what an answer can tell: status, text, headers, and the queries it took. */
import type { KyselyPlugin } from 'kysely'
import { randomIds } from '../../src/base/ids.ts'
import type { CapacityName } from './route-table.ts'
import { openEveryoneStage } from './things.ts'

/** An id of nothing at all. */
export const missing = '01980000-0000-7000-8000-000000000000'

export interface Answer {
  status: number
  body: string
  headers: Record<string, string>
  location: string | null
  queries: string[]
}

export async function openAskingStage() {
  const queries: string[] = []
  const listening: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries.push(node.kind === 'RawNode' ? node.sqlFragments.join('?') : node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const stage = await openEveryoneStage([listening])

  /** A form brings the id of what it makes, and otherwise as little as can be. */
  async function ask(
    method: string,
    capacity: CapacityName,
    path: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const browser = await stage.enter(capacity)
    const { hostname, origin } = new URL(stage.url)
    const cookies = ['seb_browser', 'seb_session'].flatMap((name) => {
      const value = browser.cookie(hostname, name)
      return value === undefined ? [] : [`${name}=${value}`]
    })
    queries.length = 0
    const answer = await fetch(stage.url + path, {
      method,
      redirect: 'manual',
      ...(method === 'POST' ? { body: new URLSearchParams({ id: randomIds.uuid(), ...fields }) } : {}),
      headers: {
        'sec-fetch-site': 'same-origin',
        'accept-language': 'da',
        // Its length would tell of the id in the address, not of what stands behind it.
        'accept-encoding': 'identity',
        cookie: cookies.join('; '),
        ...(method === 'POST' ? { origin } : {}),
      },
    })
    // The body is compared whole; its length counts the address as well, which may be a word and not an id.
    // How an answer was cut in pieces depends on the moment, not on what it says.
    const { date: _, 'content-length': __, 'transfer-encoding': ___, ...headers } = Object.fromEntries(answer.headers)
    // The address stands in the link to the other language.
    const [pathname = ''] = path.split('?')
    const body = (await answer.text()).replaceAll(pathname, 'PATH').replace(/"PATH[^"]*sprog=en"/, '"PATH"')
    return { status: answer.status, body, headers, location: answer.headers.get('location'), queries: [...queries] }
  }

  return { stage, ask }
}
