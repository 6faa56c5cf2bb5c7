/** Anybody writes to the desk from the contact page, and from the page that refused them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna } from '../support/clinic.ts'
import { openClinicStage, referenceOn, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage({ TRUSTED_PROXIES: '1' })
after(() => stage.close())
const { db } = stage
const cases = () => db.selectFrom('desk_case').selectAll().orderBy('opened_at').orderBy('id').execute()

async function write(browser: UserAgent, page: Page, fields: Record<string, string> = {}): Promise<Page> {
  const form = page.forms.find(({ method, action }) => method === 'post' && action.pathname === '/kontakt')
  assert.ok(form)
  const typed = {
    slags: 'other',
    emne: 'Vi flytter',
    besked: 'Hvad gør vi?',
    navn: 'Mie Menig',
    telefon: '12 34 56 78',
  }
  return browser.submit({ ...form, fields: { ...form.fields, ...typed, ...fields } })
}

test('whoever is refused writes to the desk with the reference number filled in', async () => {
  const browser = stage.browser()
  const refused = await stage.logIn(browser, stage.medicine, stage.nemlogin, {
    ...anna,
    uuid: '77777777-7777-4777-8777-777777777777',
  })
  const reference = referenceOn(refused)
  const link = /href="(\/kontakt\?[^"]+)"/.exec(refused.body)?.[1] ?? ''
  const page = await browser.get(stage.url + link.replaceAll('&amp;', '&'))
  const form = page.forms.find(({ method }) => method === 'post')
  assert.equal(form?.fields['reference'], reference)
  const sent = await write(browser, page, { slags: 'log-in-trouble', mail: 'mie@seb-demo.example' })
  const [opened] = await cases()
  assert.equal(opened?.log_in_reference, reference)
  assert.ok(textOf(sent).includes(`${opened?.reference.slice(0, 4)} ${opened?.reference.slice(4)}`))
  const [mail] = await stage.mails()
  assert.equal(mail?.content.subject, `[SEB ${opened?.reference}] Vi har modtaget din henvendelse`)
  // Anybody may have typed the address: the mail carries nothing else that they typed.
  assert.doesNotMatch(JSON.stringify([mail?.to.name, mail?.content]), /Hvad gør vi|Vi flytter|Mie Menig/)
})

test('a telephone number is asked for; what is missing is said beside its field, and nothing typed is lost', async () => {
  const browser = stage.browser()
  const page = await write(browser, await browser.get(`${stage.url}/kontakt`), {
    ...{ slags: '', telefon: 'ring', cvr: '12', mail: 'mie@', reference: 'kort' },
  })
  assert.equal(page.status, 422)
  for (const said of [
    /Vælg, hvad det drejer sig om/,
    /mindst otte cifre/,
    /otte cifre\. Ret/,
    /ikke rigtig ud/,
    /otte tegn\. Ret/,
  ])
    assert.match(textOf(page), said)
  assert.ok(page.body.includes('Hvad gør vi?'))
  assert.equal((await cases()).length, 1)
})

test('no CPR number is taken, and the form that was stopped can be sent without it', async () => {
  const browser = stage.browser()
  const page = await write(browser, await browser.get(`${stage.url}/kontakt`), { besked: 'Jeg er 010190-1234' })
  assert.match(textOf(page), /Et CPR-nummer må ikke stå her/)
  assert.equal((await cases()).length, 1)
})

test('a form sent twice is one case, and one mail', async () => {
  const browser = stage.browser()
  const page = await browser.get(`${stage.url}/kontakt`)
  const mails = (await stage.mails()).length
  const [one, other] = await Promise.all([0, 1].map(() => write(browser, page, { mail: 'bo@seb-demo.example' })))
  assert.equal(one?.url.href, other?.url.href)
  assert.equal((await cases()).length, 2)
  assert.equal((await stage.mails()).length, mails + 1)
})

test('at night, about a service that patient care hangs on, the telephone on call is named', async () => {
  await db.updateTable('service').set({ critical: true }).where('key', '=', 'medicine').execute()
  const { id } = await db.selectFrom('service').select('id').where('key', '=', 'medicine').executeTakeFirstOrThrow()
  const browser = stage.browser()
  const sent = await write(browser, await browser.get(`${stage.url}/kontakt`), {
    slags: 'log-in-trouble',
    tjeneste: id,
  })
  assert.match(textOf(sent), /Haster det for behandlingen af patienter\? Så ring nu/)
  assert.ok((await cases()).some(({ priority, kind }) => priority === 1 && kind === 'log-in-trouble'))
})

test('nobody fills the desk or somebody’s mailbox from one place', async () => {
  const headers = {
    'x-forwarded-for': '192.0.2.7',
    origin: stage.url,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const post = () => fetch(`${stage.url}/kontakt`, { method: 'POST', headers, body: 'emne=', redirect: 'manual' })
  const answers = []
  for (let at = 0; at < 11; at += 1) answers.push((await post()).status)
  assert.deepEqual([answers.slice(0, 10).every((status) => status === 422), answers[10]], [true, 429])
  const mails = async () => (await stage.mails()).filter(({ to }) => to.email === 'offer@seb-demo.example').length
  const browser = stage.browser()
  for (let at = 0; at < 3; at += 1)
    await write(browser, await browser.get(`${stage.url}/kontakt`), { mail: 'offer@seb-demo.example' })
  assert.equal(await mails(), 1)
  for (let at = 0; at < 6; at += 1) {
    stage.clock.moveMinutes(2)
    await write(browser, await browser.get(`${stage.url}/kontakt`), { mail: 'OFFER@seb-demo.example' })
  }
  // Three cases, and two more that were told of; from then on none in a day.
  const all = (await stage.mails()).filter(({ to }) => to.email.toLowerCase() === 'offer@seb-demo.example')
  assert.equal(all.length, 3)
})
