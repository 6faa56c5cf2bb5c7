/** What the sandbox's README promises: the nurse whom the region has not created is invited, and is inside. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sandboxPaths } from '../../sandbox/addresses.ts'
import { personaByKey } from '../../sandbox/people/personas.ts'
import { textOf } from '../support/clinic-stage.ts'
import { newBrowser, openSandboxStage } from '../support/sandbox-stage.ts'

const stage = await openSandboxStage()
after(() => stage.close())
const way = { provider: 'nordhavn', kind: 'professional' } as const

test('Sigrid invites Karim, who reads the mail in the sandbox, logs in as he always does, and sees his access', async () => {
  const [sigrid, karim] = [personaByKey('sigrid'), personaByKey('karim')]
  assert.ok(sigrid && karim)
  const hers = newBrowser()
  await stage.administer(hers, sigrid, way)
  const page = await hers.get(`${stage.url}/admin/medarbejdere/ny`)
  const [form] = page.forms.filter(({ action }) => action.pathname === '/admin/medarbejdere/ny')
  assert.ok(form)
  const fields = { ...form.fields, id: form.fields['id'] ?? randomUUID(), navn: 'Karim Overby', kendes: 'invitation' }
  await hers.submit({ ...form, fields: { ...fields, mail: 'karim@seb-demo.example' } })

  const his = newBrowser()
  const mails = await his.get(stage.url + sandboxPaths.mail)
  assert.match(textOf(mails), /har inviteret dig til SEB Til Karim Overby, karim@seb-demo\.example/)
  const link = /href="([^"]*\/invitation\?kode=[^"]*)"/.exec(mails.body)?.[1]
  assert.ok(link)
  const discovery = await his.goOn(await his.press(await his.get(link), 'Log ind og tag imod'))
  const local = new URL(discovery.url)
  local.searchParams.set('fane', 'lokal')
  const people = await his.goOn(await his.press(await his.get(local), 'Region Nordhavn'))
  const confirm = await stage.choose(his, people, karim, way)
  assert.match(textOf(confirm), /Du er logget ind som Karim Overby for Region Nordhavn/)
  assert.match(textOf(await his.press(confirm, 'Ja, tag imod')), /Du har taget imod invitationen/)
  assert.match(textOf(await his.get(`${stage.url}/mig`)), /Karim Overby/)
})
