import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AboutPage } from './about.page.tsx'
import { loadAssets } from './assets.ts'
import { serviceDesk } from './desk.ts'
import type { Language } from './languages.ts'

const assets = loadAssets().urls

function words(language: Language): string {
  const links = { guides: '/vejledninger', contact: '/kontakt' }
  const shell = { language, assets, links, desk: serviceDesk, otherLanguage: null }
  const html = (<AboutPage shell={shell} links={{ enrol: '/tilmeld', ask: '/mig/anmod' }} />).toString()
  return html.replace(/<(?!a )[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('the page about SEB says what it is, who made it and who uses it', () => {
  assert.match(words('da'), /fælles digitale platform, .* mere end 100 sundhedsfaglige tjenester/)
  assert.match(words('da'), /udviklet af Indenrigs- og Sundhedsministeriet, regionerne og private sundhedsaktører/)
  assert.match(words('da'), /bruges af borgere, kommuner, regioner og private sundhedsudbydere/)
  assert.match(words('en'), /more than 100 health services .* Ministry of the Interior and Health/)
})

test('the page about SEB tells its parts and its log-ins apart, and leads on', () => {
  for (const part of ['SEB Sundhed', 'SEB Borger', 'SEB Classic', 'MitID Erhverv', 'MitID Privat', 'Lokal IdP'])
    assert.ok(words('da').includes(part), part)
  for (const address of ['/tilmeld', '/mig/anmod', '/vejledninger', '/kontakt'])
    assert.ok(words('en').includes(`<a href="${address}">`), address)
})
