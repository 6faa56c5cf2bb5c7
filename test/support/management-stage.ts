/** The clinic's stage with one who manages SEB, and the moves of their journeys. */
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna, birgit, clinicCvr, otherCvr } from './clinic.ts'
import { type ClinicStage, openClinicStage } from './clinic-stage.ts'
import type { TestPerson } from './test-provider.ts'

/** Manages SEB from another organisation than Birgit. */
export const gitte: TestPerson = {
  ...anna,
  uuid: '99999999-9999-4999-8999-999999999999',
  name: 'Gitte Holm',
  cvr: otherCvr,
  orgName: 'Fjordby Kommune',
}

export interface ManagementStage extends ClinicStage {
  clinicId: string
  municipalityId: string
  /** Logs in to the administration; `capacity` is how a button names it: `systemforvaltning`. */
  enter(person: TestPerson, capacity?: string): Promise<UserAgent>
  open(browser: UserAgent, path: string): Promise<Page>
  /** Posts fields as no form need have them. */
  post(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page>
  /** Fills a form of the page in, over what it holds, and sends it. */
  fill(browser: UserAgent, page: Page, fields: Record<string, string>): Promise<Page>
  eventsOf(action: string): Promise<{ details: unknown }[]>
}

/** Birgit of the clinic is of system management and the service desk; `more` is applied after that. */
export async function openManagementStage(more: object = {}): Promise<ManagementStage> {
  const stage = await openClinicStage()
  await stage.apply({
    people: [
      {
        key: 'birgit',
        name: birgit.name,
        staff: [{ capacity: 'system-management' }, { capacity: 'service-desk' }],
        accounts: [{ cvr: clinicCvr, key: 'birgit', professionalUuid: birgit.uuid }],
      },
      {
        key: 'gitte',
        name: gitte.name,
        staff: [{ capacity: 'system-management' }],
        accounts: [{ cvr: otherCvr, key: 'gitte', professionalUuid: gitte.uuid }],
      },
    ],
  })
  await stage.apply(more)
  const idOf = async (cvr: string) => {
    const row = await stage.db.selectFrom('organisation').select('id').where('cvr', '=', cvr).executeTakeFirstOrThrow()
    return row.id
  }
  const post: ManagementStage['post'] = (browser, path, fields) =>
    browser.submit({
      page: new URL(stage.url),
      action: new URL(path, stage.url),
      method: 'post',
      fields,
      buttons: [],
    })
  return {
    ...stage,
    clinicId: await idOf(clinicCvr),
    municipalityId: await idOf(otherCvr),
    enter: async (person, capacity) => {
      const browser = stage.browser()
      const choice = await browser.get(`${stage.url}/admin`)
      const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
      await stage.carry(browser, stage.nemlogin.answer(stage.nemlogin.read(door.url), person))
      if (capacity) await browser.press(await browser.get(`${stage.url}/admin/handl-for`), capacity)
      return browser
    },
    open: (browser, path) => browser.get(stage.url + path),
    post,
    fill: (browser, page, fields) => {
      const form = page.forms.filter(({ method }) => method === 'post').at(-1)
      if (!form) throw new Error(`no form on ${page.url}:\n${page.body.slice(0, 1500)}`)
      return browser.submit({ ...form, fields: { ...form.fields, ...fields } })
    },
    eventsOf: async (action) => (await stage.events()).filter((event) => event.action === action),
  }
}
