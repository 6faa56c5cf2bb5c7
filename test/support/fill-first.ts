/** Fills the first form of a page in, over what it holds, and sends it: below it may stand others that end what it is about. */
import type { Page, UserAgent } from '../interop/user-agent.ts'

export async function fillFirst(browser: UserAgent, page: Page, fields: Record<string, string>): Promise<Page> {
  const form = page.forms.find(({ method }) => method === 'post')
  if (!form) throw new Error(`no form on ${page.url}:\n${page.body.slice(0, 1500)}`)
  return browser.submit({ ...form, fields: { ...form.fields, ...fields } })
}
