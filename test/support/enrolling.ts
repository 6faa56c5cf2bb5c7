/** The moves that an enrolment is made of, over HTTP: filled in step by step, signed, and whose link is where. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna } from './clinic.ts'
import { type ClinicStage, textOf } from './clinic-stage.ts'
import type { TestPerson } from './test-provider.ts'

/** Passes the check digit, in a series that is not given out: nobody's. */
export const newCvr = '99010010'
export const anotherCvr = '99010002'

/** Henrik may sign for the new clinic; Line is to administer it. */
export const henrik: TestPerson = {
  ...anna,
  uuid: '71717171-7171-4171-8171-717171717171',
  name: 'Henrik Bach Lindholm',
  cvr: newCvr,
  orgName: 'Lægerne ved Åen',
}
export const line: TestPerson = { ...henrik, uuid: '72727272-7272-4272-8272-727272727272', name: 'Line Vinther' }

export const contactMail = 'kontakt@laegernevedaaen.example'
export const signerMail = 'henrik@laegernevedaaen.example'
export const chiefMail = 'line@laegernevedaaen.example'

type Fields = Record<string, string>

export const typedOrganisation: Fields = {
  cvr: newCvr,
  navn: 'Lægerne ved Åen I/S',
  art: 'general-practice',
  adresse: 'Åstien 4, 9999 Vesterfjord',
  'enhed-1-navn': '',
  'enhed-1-sor': '990100000000101',
  'enhed-1-pnummer': '9901000101',
  'enhed-1-ydernummer': '990110',
}

export const typedPeople: Fields = {
  'sikkerhed-navn': henrik.name,
  'sikkerhed-mail': signerMail,
  'sikkerhed-telefon': '99 40 12 65',
  'sikkerhed-stilling': 'Læge og indehaver',
  'overbruger-er': 'anden',
  'overbruger-navn': line.name,
  'overbruger-mail': chiefMail,
  'overbruger-telefon': '99 40 12 66',
  'underskriver-er': 'sikkerhed',
}

export interface Enrolling {
  browser: UserAgent
  /** What a person reads out on the phone. */
  reference: string
  path: string
}

export function post(stage: ClinicStage, browser: UserAgent, path: string, fields: Fields): Promise<Page> {
  const page = new URL(stage.url)
  return browser.submit({ page, action: new URL(path, stage.url), method: 'post', fields, buttons: [] })
}

/** From the first page to the first step. */
export async function begin(stage: ClinicStage, email = contactMail): Promise<Enrolling> {
  const browser = stage.browser()
  const fields = { id: randomUUID(), navn: 'Kontakt Person', mail: email }
  const page = await post(stage, browser, '/tilmeld', fields)
  const [, reference = ''] = /^\/tilmeld\/([0-9A-Z]{8})\/organisation$/.exec(page.url.pathname) ?? []
  assert.notEqual(reference, '', textOf(page))
  return { browser, reference, path: `/tilmeld/${reference}` }
}

/** Filled in and at the last step; what differs from the usual. */
export async function fillIn(
  stage: ClinicStage,
  { browser, path }: Enrolling,
  { organisation = {}, people = {} }: { organisation?: Fields; people?: Fields } = {},
): Promise<Page> {
  await post(stage, browser, `${path}/organisation`, { ...typedOrganisation, ...organisation })
  await post(stage, browser, `${path}/personer`, { ...typedPeople, ...people })
  return post(stage, browser, `${path}/tjenester`, { tjeneste: await serviceIdOf(stage, 'medicine') })
}

export async function serviceIdOf(stage: ClinicStage, key: string): Promise<string> {
  const row = await stage.db.selectFrom('service').select('id').where('key', '=', key).executeTakeFirstOrThrow()
  return row.id
}

/** The link in the newest mail of a kind to an address. */
export async function linkIn(stage: ClinicStage, to: string, subject: RegExp): Promise<string> {
  const mail = (await stage.mails()).find((one) => one.to.email === to && subject.test(one.content.subject))
  const block = mail?.content.blocks.find((one) => typeof one === 'object' && 'link' in one)
  return typeof block === 'object' && 'link' in block ? block.link : assert.fail(`no mail ${subject} to ${to}`)
}

/** From the mail through the log-in, to the page that is signed on or what is said instead. */
export async function openToSign(
  stage: ClinicStage,
  person: TestPerson,
  browser = stage.browser(),
): Promise<{ browser: UserAgent; page: Page }> {
  const link = await linkIn(stage, signerMail, /skriv under/)
  const landing = await browser.get(link)
  return logInToSign(stage, person, browser, await browser.press(landing, 'Log ind med MitID Erhverv'))
}

/** On from the page that leads to the log-in. */
export async function logInToSign(
  stage: ClinicStage,
  person: TestPerson,
  browser: UserAgent,
  leading: Page,
): Promise<{ browser: UserAgent; page: Page }> {
  const door = await browser.goOn(leading)
  if (door.url.pathname === '/tilmeld/underskriv/bekraeft') return { browser, page: door }
  const button = person.kind === 'person' ? 'MitID Privat' : 'MitID Erhverv'
  const out = await browser.goOn(await browser.press(door, button))
  return { browser, page: await stage.carry(browser, stage.nemlogin.answer(stage.nemlogin.read(out.url), person)) }
}

/** Ticked and signed. */
export async function sign(browser: UserAgent, page: Page): Promise<Page> {
  const form = page.forms.find(({ action }) => action.pathname === '/tilmeld/underskriv/bekraeft')
  if (!form) return assert.fail(`nothing to sign on ${page.url}:\n${textOf(page)}`)
  return browser.submit({ ...form, fields: { ...form.fields, ja: 'ja' } })
}

/** The smallest picture there is. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Uploads a paper, as the form does; where it leads, and the page that is answered with where it leads nowhere. */
export async function uploadPaper(
  stage: ClinicStage,
  { browser, path, cookie }: { browser: UserAgent; path: string; cookie: string },
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Page> {
  const { hostname, origin } = new URL(stage.url)
  const body = new FormData()
  body.set('papir', new File([file.bytes], file.name))
  const address = new URL(`${path}/papir`, stage.url)
  const headers = { origin, cookie: `${cookie}=${browser.cookie(hostname, cookie) ?? ''}`, 'accept-language': 'da' }
  const answer = await fetch(address, { method: 'POST', headers, body, redirect: 'manual' })
  const location = answer.headers.get('location')
  if (location) return browser.get(new URL(location, stage.url))
  return { url: address, status: answer.status, type: '', body: await answer.text(), forms: [], refresh: undefined }
}
