/** A rightful answer is good once, for the request it answers, from the provider that was asked, and in time. (A12–A14, A17, G21, G22, G24) */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import type { Page } from '../interop/user-agent.ts'
import { anna } from '../support/clinic.ts'
import { fieldsFor, referenceOn, textOf } from '../support/clinic-stage.ts'
import { asField, openAttackStage } from './attack-stage.ts'
import { type AttackContext, assertion, confirmation, issuer, response, signed, subject } from './forge.ts'

const stage = await openAttackStage()
after(() => stage.close())
const { region, nemlogin, medicine, elsewhere } = stage

const answered = (page: Page) => page.body.includes('SAMLResponse')
const answer = (c: AttackContext, ids: { response?: string; assertion?: string } = {}) =>
  response(c, signed(c, assertion(c, { id: ids.assertion ?? randomIds.xmlId() })), {
    id: ids.response ?? randomIds.xmlId(),
  })

async function refusedFor(page: Page, detail: RegExp): Promise<void> {
  assert.ok(page.status === 400 || page.status === 403, textOf(page))
  assert.match(JSON.stringify(await stage.events(referenceOn(page))), detail)
}

test('once more in the same browser: the service has had its answer', async () => {
  const { browser, context } = await stage.pending()
  const fields = asField(answer(context))
  fieldsFor(await stage.carry(browser, fields), medicine)
  const before = await stage.logIns()
  await refusedFor(await stage.carry(browser, fields), /answered before/)
  assert.equal(await stage.logIns(), before)
})

test('in another browser, which has a log-in of its own under way: it is not its own', async () => {
  const { browser, context } = await stage.pending()
  const fields = asField(answer(context))
  fieldsFor(await stage.carry(browser, fields), medicine)
  const thief = await stage.pending()
  await refusedFor(await stage.carry(thief.browser, fields), /cookie-lost/)
  const own = await stage.carry(thief.browser, asField(answer(thief.context)))
  fieldsFor(own, medicine)
})

test('the assertion in a new Response, for a new request: refused', async () => {
  const { browser, context } = await stage.pending()
  const old = signed(context, assertion(context, { id: randomIds.xmlId() }))
  fieldsFor(await stage.carry(browser, asField(response(context, old, { id: randomIds.xmlId() }))), medicine)
  const next = await stage.pending()
  await refusedFor(
    await stage.carry(next.browser, asField(response(next.context, old, { id: randomIds.xmlId() }))),
    /in-response-to-wrong/,
  )
})

test('an ID that has been used, of the Response or of the assertion: refused', async () => {
  const used = { response: randomIds.xmlId(), assertion: randomIds.xmlId() }
  const { browser, context } = await stage.pending()
  fieldsFor(await stage.carry(browser, asField(answer(context, used))), medicine)
  for (const again of [{ response: used.response }, { assertion: used.assertion }, { response: used.assertion }]) {
    const next = await stage.pending()
    await refusedFor(await stage.carry(next.browser, asField(answer(next.context, again))), /message-replayed/)
  }
})

test('fifteen at once: one log-in, and fourteen that the audit knows of', async () => {
  const { browser, context } = await stage.pending()
  const before = await stage.logIns()
  const fields = asField(answer(context))
  const pages = await Promise.all(Array.from({ length: 15 }, () => stage.carry(browser, fields)))
  assert.equal(pages.filter(answered).length, 1)
  assert.equal(await stage.logIns(), before + 1)
  const [{ reference } = { reference: '' }] = await stage.db
    .selectFrom('sign_in')
    .select('reference')
    .where('upstream_message_id', '=', context.inResponseTo)
    .execute()
  const received = (await stage.events(reference)).filter(({ action }) => action === 'identity-provider.answered')
  assert.deepEqual(
    [
      received.filter(({ outcome }) => outcome === 'success').length,
      received.filter(({ outcome }) => outcome === 'refused').length,
    ],
    [1, 14],
  )
})

test('fifteen different ones to one request, all of them right: one log-in', async () => {
  const { browser, context } = await stage.pending()
  const before = await stage.logIns()
  const pages = await Promise.all(Array.from({ length: 15 }, () => stage.carry(browser, asField(answer(context)))))
  assert.ok(pages.filter(answered).length <= 1)
  assert.ok((await stage.logIns()) <= before + 1)
})

test('an answer that nobody asked for: refused, with or without a request that it claims', async () => {
  const unasked = (c: AttackContext) =>
    response(c, signed(c, assertion(c, { subject: subject(c, undefined, confirmation(c, { inResponseTo: null })) })), {
      inResponseTo: null,
    })
  for (const xml of [unasked(stage.contextFor('_none')), answer(stage.contextFor('_made-up'))])
    await refusedFor(await stage.carry(stage.browser(), asField(xml)), /nothing is waiting/)
})

test('the answer of another registered provider than the one that was asked: refused', async () => {
  for (const other of [nemlogin, elsewhere]) {
    const { browser, context } = await stage.pending()
    await refusedFor(
      await stage.carry(browser, other.answer({ id: context.inResponseTo }, anna)),
      /signature-invalid|issuer-wrong/,
    )
    const pretending = await stage.pending()
    const c = { ...pretending.context, idp: { ...other, entityId: region.entityId } }
    await refusedFor(await stage.carry(pretending.browser, asField(answer(c))), /signature-invalid/)
    const mixed = await stage.pending()
    const m = mixed.context
    const xml = response(m, signed(m, assertion(m, { issuer: issuer(other.entityId) })))
    await refusedFor(await stage.carry(mixed.browser, asField(xml)), /issuer-wrong/)
  }
})

test('the answer to a request that another one took the place of: refused', async () => {
  const { browser, context } = await stage.pending()
  const [{ id } = { id: '' }] = await stage.db
    .selectFrom('sign_in')
    .select('id')
    .where('upstream_message_id', '=', context.inResponseTo)
    .execute()
  await browser.get(new URL(`/login/igen?login=${id}`, stage.url))
  await refusedFor(await stage.carry(browser, asField(answer(context))), /nothing is waiting/)
})

test('an answer that comes when the log-in has run out or been given up: nobody is let in', async () => {
  const late = await stage.pending()
  const givenUp = await stage.pending()
  const [{ id } = { id: '' }] = await stage.db
    .selectFrom('sign_in')
    .select('id')
    .where('upstream_message_id', '=', givenUp.context.inResponseTo)
    .execute()
  await givenUp.browser.submit({
    page: new URL('/login/vaelg', stage.url),
    action: new URL('/login/afbryd', stage.url),
    method: 'post',
    fields: { login: id },
    buttons: [],
  })
  const before = await stage.logIns()
  assert.ok(!answered(await stage.carry(givenUp.browser, asField(answer(givenUp.context)))))
  stage.clock.moveMinutes(31)
  const page = await stage.carry(late.browser, asField(answer(stage.contextFor(late.context.inResponseTo))))
  assert.ok(!answered(page))
  assert.equal(page.status, 403)
  assert.equal(await stage.logIns(), before)
})

test('a Response in the field of a request: refused', async () => {
  const { context } = await stage.pending()
  const { SAMLResponse } = asField(answer(context))
  const page = await stage.post('/saml/acs', new URLSearchParams({ SAMLRequest: SAMLResponse }))
  assert.equal(page.status, 400)
})
