/** What has been switched off or narrowed lets nobody in by any other door: services, providers, and what they may say. (G25) */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { anna, otherCvr } from '../support/clinic.ts'
import { fieldsFor, referenceOn, textOf } from '../support/clinic-stage.ts'
import { openAttackStage } from './attack-stage.ts'

const stage = await openAttackStage()
after(() => stage.close())
const { region, nemlogin, medicine, referrals } = stage

const loggedIn = async (provider = region) => {
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, medicine, provider, anna), medicine)
  return browser
}

/** Changes a row as system management would, for as long as `meanwhile` takes. */
async function whileChanged(
  table: 'service' | 'identity_provider',
  key: string,
  change: { enabled?: boolean; allowed_cvrs?: string[] },
  meanwhile: () => Promise<void>,
): Promise<void> {
  const before = await stage.db.selectFrom(table).selectAll().where('key', '=', key).executeTakeFirstOrThrow()
  const undo = Object.fromEntries(Object.keys(change).map((name) => [name, before[name as 'enabled']]))
  await stage.db.updateTable(table).set(change).where('key', '=', key).execute()
  stage.clock.moveMinutes(1)
  try {
    await meanwhile()
  } finally {
    await stage.db.updateTable(table).set(undo).where('key', '=', key).execute()
    stage.clock.moveMinutes(1)
  }
}

test('a service that is switched off while somebody logs in: a page and no 500, and nobody gets in', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  await whileChanged('service', 'medicine', { enabled: false }, async () => {
    const page = await stage.carry(browser, region.answer(request, anna))
    assert.equal(page.status, 400)
    assert.match(JSON.stringify(await stage.events(referenceOn(page))), /switched off/)
    assert.equal((await browser.get(medicine.ask().url)).status, 400, 'nor is another request taken')
  })
})

test('a provider that is switched off while somebody logs in is not believed any more', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  await whileChanged('identity_provider', 'region', { enabled: false }, async () => {
    const page = await stage.carry(browser, region.answer(request, anna))
    assert.equal(page.status, 403)
    assert.match(JSON.stringify(await stage.events(referenceOn(page))), /provider-not-activated/)
  })
})

test('a provider that is taken from the service while somebody logs in is not believed there', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  const taken = stage.db
    .deleteFrom('service_identity_provider')
    .where('service_id', '=', (select) => select.selectFrom('service').select('id').where('key', '=', 'medicine'))
    .where('identity_provider_id', '=', (select) =>
      select.selectFrom('identity_provider').select('id').where('key', '=', 'region'),
    )
    .returningAll()
  const rows = await taken.execute()
  stage.clock.moveMinutes(1)
  const page = await stage.carry(browser, region.answer(request, anna))
  await stage.db.insertInto('service_identity_provider').values(rows).execute()
  stage.clock.moveMinutes(1)
  assert.equal(page.status, 403)
  assert.match(JSON.stringify(await stage.events(referenceOn(page))), /provider-not-activated/)
})

test('a provider that is not activated for a service, or for none at all, is not asked', async () => {
  const page = await stage.browser().get(medicine.ask({ providers: [stage.elsewhere.entityId] }).url)
  assert.equal(page.status, 403)
  assert.match(JSON.stringify(await stage.events(referenceOn(page))), /provider-not-activated/)
})

test('a session of a provider that is switched off opens no other service, and not the administration', async () => {
  const browser = await loggedIn()
  assert.equal((await browser.get(`${stage.url}/mig`)).status, 200)
  await whileChanged('identity_provider', 'region', { enabled: false }, async () => {
    assert.ok(!(await browser.get(referrals.ask().url)).body.includes('SAMLResponse'))
    assert.notEqual((await browser.get(`${stage.url}/mig`)).url.pathname, '/mig')
  })
})

test('nor does one for an organisation that the provider may not speak for any more', async () => {
  const browser = await loggedIn()
  await whileChanged('identity_provider', 'region', { allowed_cvrs: [otherCvr] }, async () => {
    assert.ok(!(await browser.get(referrals.ask().url)).body.includes('SAMLResponse'))
    assert.notEqual((await browser.get(`${stage.url}/mig`)).url.pathname, '/mig')
  })
})

test('a provider of one organisation makes nobody staff of SEB', async () => {
  const { person_id } = await stage.db
    .selectFrom('account')
    .select('person_id')
    .where('key', '=', 'anna')
    .executeTakeFirstOrThrow()
  await stage.db
    .insertInto('staff_appointment')
    .values({
      id: randomIds.uuid(),
      person_id,
      capacity: 'system-management',
      appointed_by: 'test',
      appointed_at: stage.clock.now(),
    })
    .execute()
  const capacities = async (provider: typeof region) =>
    textOf(await (await loggedIn(provider)).get(`${stage.url}/admin/handl-for`))
  assert.match(await capacities(nemlogin), /systemforvaltning/i)
  assert.doesNotMatch(await capacities(region), /systemforvaltning/i)
})

test('an unknown sign-in, and one that is junk, lead to a page whose reference is found', async () => {
  for (const id of [randomIds.uuid(), 'x', '%ff', "' or 1=1"]) {
    const page = await stage.browser().get(`${stage.url}/login/videre?login=${id}`)
    assert.equal(page.status, 400)
    assert.equal((await stage.events(referenceOn(page))).length, 1)
  }
})

test('cookies full of junk are as good as none', async () => {
  for (const cookie of [
    'seb_husket=x=professional:y',
    'seb_husket=~~==~:',
    'seb_sidst=person:x',
    'seb_session=x',
    'seb_browser=%00',
  ])
    for (const path of ['/login/husket', '/login/log-ud', '/mig', '/'])
      assert.ok(
        (await fetch(new URL(path, stage.url), { redirect: 'manual', headers: { cookie } })).status < 400,
        `${cookie} ${path}`,
      )
})
