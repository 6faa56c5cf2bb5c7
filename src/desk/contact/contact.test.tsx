import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadAssets } from '../../web/assets.ts'
import { serviceDesk } from '../../web/desk.ts'
import type { Language } from '../../web/languages.ts'
import { ContactPage } from './contact.page.tsx'
import { contactFrom } from './typed-contact.ts'

const assets = loadAssets().urls

const form = { typed: contactFrom(() => undefined), wrong: {}, formId: '1', services: [] }

function words(now: string, language: Language = 'da'): string {
  const shell = { language, assets, links: {}, desk: serviceDesk, otherLanguage: null }
  const html = (<ContactPage shell={shell} now={new Date(now)} form={form} />).toString()
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('in telephone hours the page says that the desk is open, and until when', () => {
  assert.match(words('2026-11-25T10:00:00Z'), /Åbent nu Telefonen er åben til kl\. 15\.00\./)
})

test('after hours it says when the desk opens', () => {
  assert.match(words('2026-11-25T14:00:00Z'), /Lukket nu Telefonen åbner torsdag kl\. 9\.00\./)
  assert.match(words('2026-11-25T14:00:00Z', 'en'), /Closed now The telephone opens Thursday 09:00\./)
})

test('at Easter and Christmas it says the day after the holidays', () => {
  assert.match(words('2026-04-01T14:00:00Z'), /Telefonen åbner tirsdag kl\. 9\.00\./)
  assert.match(words('2026-12-23T15:00:00Z'), /Telefonen åbner mandag kl\. 9\.00\./)
})

test('the telephone on call is for the services it is set up for, and for nothing else', () => {
  assert.match(words('2026-11-25T20:00:00Z'), /indgår i patientbehandlingen: FMK-Online og Sundhed\.dk\./)
  assert.match(words('2026-11-25T20:00:00Z'), /Vagttelefon: 44 22 80 75/)
})

test('whoever writes is told to give a subject and a telephone number, and no CPR number', () => {
  assert.match(words('2026-11-25T10:00:00Z'), /Skriv SEB i emnefeltet\. Skriv et telefonnummer, du kan træffes på\./)
})

test('everything goes through the desk, whose address and hours for mail are there', () => {
  assert.match(words('2026-11-25T10:00:00Z'), /Al henvendelse om SEB går gennem servicedesk\./)
  assert.match(words('2026-11-25T10:00:00Z'), /servicedesk@sundhedsdata\.dk/)
  assert.match(words('2026-11-25T10:00:00Z'), /Vi læser mail mandag–torsdag kl\. 8–16 og fredag kl\. 8–15\.30\./)
})

test('what patient care hangs on is answered by the clock, and the page says how soon', () => {
  assert.match(words('2026-11-25T20:00:00Z'), /svar inden for 1 time og en løsning inden for 2 timer, døgnet rundt/)
  assert.match(words('2026-11-25T20:00:00Z', 'en'), /answer within 1 hour and a solution within 2 hours, day and night/)
})
