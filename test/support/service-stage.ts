/** The clinic with Birgit of system management and Anna, who owns the medication record, ready for journeys about services. */
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna, birgit, clinicCvr } from './clinic.ts'
import { type ClinicStage, openClinicStage } from './clinic-stage.ts'
import type { TestPerson } from './test-provider.ts'

export interface ServiceStage extends ClinicStage {
  serviceId(key: string): Promise<string>
  roleId(key: string, service?: string): Promise<string>
  /** Logs in and acts in the capacity whose button holds the text. */
  enter(person: TestPerson, capacity: string): Promise<UserAgent>
  open(browser: UserAgent, path: string): Promise<Page>
  post(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page>
  /** Posts the form that stands at the path, with some fields otherwise and the button pressed. */
  send(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page>
}

export async function openServiceStage(): Promise<ServiceStage> {
  const stage = await openClinicStage()
  const account = (key: string, person: TestPerson) => ({ cvr: clinicCvr, key, professionalUuid: person.uuid })
  await stage.apply({
    people: [
      {
        key: 'birgit',
        name: birgit.name,
        staff: [
          { capacity: 'system-management' },
          { capacity: 'service-desk' },
          { capacity: 'auditor' },
          { capacity: 'service-owner', service: 'referrals' },
        ],
        accounts: [
          {
            ...account('birgit', birgit),
            administrator: { level: 'administrator' },
            functions: ['security-officer', 'signatory'],
          },
        ],
      },
      {
        key: 'anna',
        name: anna.name,
        staff: [{ capacity: 'service-owner', service: 'medicine' }],
        accounts: [{ ...account('anna', anna), unit: 'klinik', administrator: { level: 'chief' } }],
      },
    ],
  })
  const moves: Omit<ServiceStage, keyof ClinicStage> = {
    serviceId: async (key) =>
      (await stage.db.selectFrom('service').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id,
    roleId: async (key, service = 'medicine') =>
      (
        await stage.db
          .selectFrom('role')
          .innerJoin('service', 'service.id', 'service_id')
          .select('role.id')
          .where('role.key', '=', key)
          .where('service.key', '=', service)
          .executeTakeFirstOrThrow()
      ).id,
    enter: async (person, capacity) => {
      const browser = stage.browser()
      const choice = await browser.get(`${stage.url}/admin`)
      const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
      await stage.carry(browser, stage.nemlogin.answer(stage.nemlogin.read(door.url), person))
      await browser.press(await browser.get(`${stage.url}/admin/handl-for`), capacity)
      return browser
    },
    open: (browser, path) => browser.get(stage.url + path),
    post: (browser, path, fields) =>
      browser.submit({
        page: new URL(stage.url),
        action: new URL(path, stage.url),
        method: 'post',
        fields,
        buttons: [],
      }),
    send: async (browser, path, fields) => {
      const page = await moves.open(browser, path)
      const form = page.forms.find(({ method }) => method === 'post')
      if (!form) throw new Error(`no form at ${path}: ${page.status}\n${page.body.slice(0, 2000)}`)
      return browser.submit({ ...form, fields: { ...form.fields, ...fields } })
    },
  }
  return { ...stage, ...moves }
}
