import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchableProvider } from './provider.ts'
import { buildProviderIndex } from './provider-index.ts'
import { initialsOf } from './provider-rows.tsx'
import { searchProviders } from './search-providers.ts'

const region = {
  id: 'rh',
  nameDa: 'Region Hovedstaden',
  nameEn: 'Capital Region',
  category: 'region',
  logInKinds: ['person', 'professional'],
  aliases: ['Rigshospitalet'],
  keywords: [],
  region: null,
  municipality: null,
} as const

test('a log-in has its name in the language of the page and is found by both', () => {
  const english = searchableProvider(region, 'en')
  assert.equal(english.name, 'Capital Region')
  for (const query of ['capital', 'hovedstaden', 'rigshospitalet']) {
    assert.equal(searchProviders(buildProviderIndex([english]), query).length, 1, query)
  }
})

test('a local log-in is asked for a log-in on behalf of the workplace where it can', () => {
  assert.equal(searchableProvider(region, 'da').logInKind, 'professional')
  assert.equal(searchableProvider({ ...region, logInKinds: ['person'] }, 'da').logInKind, 'person')
})

test('a tile has two letters of the name', () => {
  const tiles = {
    'Region Nordjylland': 'RN',
    'Sydbæk Kommune': 'SY',
    'Lægerne ved Åen': 'LÅ',
    øjenklinikken: 'ØJ',
    Æskulap: 'ÆS',
    '7-9-13': '71',
  }
  for (const [name, tile] of Object.entries(tiles)) assert.equal(initialsOf(name), tile, name)
})
