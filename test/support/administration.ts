/** The made-up clinic with Anna as its administrator, and a municipality with somebody of whom the clinic may learn nothing. */
import { randomIds } from '../../src/base/ids.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna } from './clinic.ts'
import type { ClinicStage } from './clinic-stage.ts'
import type { TestPerson } from './test-provider.ts'

export interface Appointment {
  level: 'chief' | 'administrator'
  unit_ids?: string[]
  service_ids?: string[]
}

/** The id of an account by its key. */
export async function accountId(stage: ClinicStage, key: string): Promise<string> {
  const row = await stage.db.selectFrom('account').select('id').where('key', '=', key).executeTakeFirstOrThrow()
  return row.id
}

export async function appoint(stage: ClinicStage, account: string, appointment: Appointment): Promise<void> {
  await stage.db
    .insertInto('administrator_appointment')
    .values({
      id: randomIds.uuid(),
      account_id: account,
      appointed_by: 'test',
      appointed_at: stage.clock.now(),
      ...appointment,
    })
    .execute()
}

/** Erik of the municipality, who has a role in the same service. */
export async function addStranger(stage: ClinicStage): Promise<string> {
  const cvr = '99999902'
  await stage.apply({
    organisations: [
      { cvr, name: 'Fjordby Kommune', kind: 'municipality', units: [{ key: 'raadhus', name: 'Rådhuset' }] },
    ],
    people: [{ key: 'erik', name: 'Erik Fremmed', accounts: [{ cvr, key: 'erik', unit: 'raadhus', rid: '12345678' }] }],
  })
  return accountId(stage, 'erik')
}

/** To the administration, through discovery and the provider. */
export async function enterAdministration(
  stage: ClinicStage,
  person: TestPerson = anna,
): Promise<{ browser: UserAgent; page: Page }> {
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/admin`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  const { nemlogin } = stage
  return { browser, page: await stage.carry(browser, nemlogin.answer(nemlogin.read(door.url), person)) }
}
