/** Administrators who log in for real: through discovery and the provider, and on to the capacity that sees the most. */
import { UserAgent } from '../test/interop/user-agent.ts'
import type { TestPerson, TestProvider } from '../test/support/test-provider.ts'

export async function logInAdministrator(url: string, person: TestPerson, at: TestProvider): Promise<UserAgent> {
  const browser = new UserAgent()
  browser.stopBefore = (next) => next.origin !== url
  const choice = await browser.get(`${url}/admin`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  const fields = at.answer(at.read(door.url), person)
  const form = { page: door.url, action: new URL('/saml/acs', url), method: 'post' as const, fields, buttons: [] }
  const home = await browser.submit(form)
  if (home.status !== 200) throw new Error(`${person.name} is not let in: ${home.status} ${home.url}`)
  const page = await browser.get(`${url}/admin/handl-for`)
  const best = page.forms.flatMap(({ buttons }) => buttons).find(({ value }) => value.startsWith('system-management'))
  if (best) await browser.press(page, best.value)
  return browser
}
