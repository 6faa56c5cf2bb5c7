import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fewProviders, manyProviders, thousandProviders } from '../../test/browser/sample-providers.ts'
import type { SearchableProvider } from './provider.ts'
import { buildProviderIndex } from './provider-index.ts'
import { pointOut, searchProviders } from './search-providers.ts'

const names = (query: string, index = fewProviders) =>
  searchProviders(index, query).map(({ provider }) => provider.name)
const best = (query: string, index = fewProviders) => names(query, index)[0]

function first(query: string) {
  const [hit] = searchProviders(fewProviders, query)
  return hit ? pointOut(hit) : assert.fail(`nothing fits ${query}`)
}

function index(...providers: (Partial<SearchableProvider> & { name: string })[]) {
  return buildProviderIndex(
    providers.map((provider, at) => ({
      id: String(at),
      group: 'private' as const,
      logInKind: 'professional' as const,
      aliases: [],
      keywords: [],
      region: null,
      municipality: null,
      ...provider,
    })),
  )
}

test('a log-in is found by its name, whole or begun', () => {
  assert.equal(best('Region Nordjylland'), 'Region Nordjylland')
  assert.equal(best('nord'), 'Region Nordjylland')
  assert.equal(best('RINGSØ'), 'Ringsø Kommune')
})

test('it is found by another name, a keyword, a municipality, a region', () => {
  assert.equal(best('rigshospitalet'), 'Region Hovedstaden')
  assert.equal(best('AUH'), 'Region Nordjylland')
  assert.equal(best('sundhedscenter'), 'Ringsø Kommune')
  assert.ok(names('sydhavn').includes('Sydkystens Privathospital'))
  assert.ok(names('syddanmark').includes('Speciallægerne Syd'))
})

test('slips of the fingers are forgiven', () => {
  for (const typed of ['nordjyland', 'nordjllyand', 'nordjykland', 'ordjylland', 'Regoin Nordjylland']) {
    assert.equal(best(typed), 'Region Nordjylland', typed)
  }
  assert.equal(best('rigshopsitalet'), 'Region Hovedstaden')
  assert.equal(best('vesterfjrod'), 'Vesterfjord Kommune')
})

test('æ, ø and å may be typed as one likes', () => {
  for (const typed of ['ringsoe', 'ringso', 'Ringsö']) assert.equal(best(typed), 'Ringsø Kommune', typed)
  for (const typed of ['aabenaa', 'Åbenå', 'abena']) assert.equal(best(typed), 'Åbenå Kommune', typed)
  assert.equal(best('sydbaek'), 'Sydbæk Kommune')
})

test('what is written right hides what is only nearly right', () => {
  const nearby = index({ name: 'Odder Klinik' }, { name: 'Older Klinik' })
  assert.deepEqual(names('odder', nearby), ['Odder Klinik'])
  assert.deepEqual(names('odser', nearby), ['Odder Klinik'])
})

test('short words must be right: one wrong letter makes another word', () => {
  assert.deepEqual(names('xyd'), [])
})

test('all words count; one too many does not hide the rest', () => {
  assert.deepEqual(names('speciallægerne sydbæk'), ['Speciallægerne Syd'])
  assert.deepEqual(names('lægerne i torvet', index({ name: 'Lægerne på Torvet' }, { name: 'Lægerne ved Åen' })), [
    'Lægerne på Torvet',
  ])
  assert.equal(best('vesterfjord kommune hjemmeplejen'), 'Vesterfjord Kommune')
})

test('parts of long words are found: nord jylland, privathospital by hospital', () => {
  assert.equal(best('nord jylland'), 'Region Nordjylland')
  assert.ok(names('hospital').includes('Sydkystens Privathospital'))
})

test('a name beats another name, which beats a place; a beginning beats a middle', () => {
  const order = index(
    { name: 'Alfa', region: 'Strand' },
    { name: 'Beta', municipality: 'Strand' },
    { name: 'Gamma', keywords: ['strand'] },
    { name: 'Delta', aliases: ['Strand'] },
    { name: 'Vesterstrand' },
    { name: 'Lægerne Strand' },
    { name: 'Strand Klinik' },
  )
  assert.deepEqual(names('strand', order), [
    'Strand Klinik',
    'Lægerne Strand',
    'Delta',
    'Gamma',
    'Beta',
    'Alfa',
    'Vesterstrand',
  ])
})

test('equals stand in Danish alphabet, the regions first', () => {
  const many = index(
    { name: 'Ålykke Øst' },
    { name: 'Æblevang Øst' },
    { name: 'Østpark Øst' },
    { name: 'Aarslev Øst' },
    { name: 'Zonen Øst' },
  )
  assert.deepEqual(names('øst', many), ['Østpark Øst', 'Zonen Øst', 'Æblevang Øst', 'Ålykke Øst', 'Aarslev Øst'])
  assert.equal(best('syd'), 'Region Syddanmark')
})

test('the letters that matched are pointed out in the text as written', () => {
  const hit = first('sydbae')
  assert.deepEqual(
    hit.nameMarks.map(([from, to]) => 'Sydbæk Kommune'.slice(from, to)),
    ['Sydbæ'],
  )
  const region = first('odense')
  assert.equal(region.also?.field, 'alias')
  assert.deepEqual(
    region.also?.marks.map(([from, to]) => region.also?.text.slice(from, to)),
    ['Odense'],
  )
  assert.deepEqual(region.nameMarks, [])
})

test('marks that meet become one', () => {
  assert.deepEqual(first('nord nordj nordjylland').nameMarks, [[7, 18]])
})

test('a search for nothing, for signs, or for nonsense finds nothing and breaks nothing', () => {
  for (const query of ['', '   ', '%_*"\'', '<script>', 'qqqqqqqq', '🏥', '(((('.repeat(50), 'x'.repeat(10_000)]) {
    assert.deepEqual(names(query), [], query.slice(0, 20))
  }
})

test('words on a name such as constructor or __proto__ are only words', () => {
  assert.deepEqual(names('__proto__ constructor'), [])
  assert.equal(best('constructor', index({ name: 'Constructor' })), 'Constructor')
})

test('among a thousand every one is found by its whole name, first or among its namesakes', () => {
  for (const { name, id } of thousandProviders.filter((_, at) => at % 37 === 0)) {
    const hits = searchProviders(manyProviders, name)
    const alike = hits.filter((hit) => hit.score === hits[0]?.score)
    assert.ok(
      alike.some(({ provider }) => provider.id === id),
      name,
    )
  }
})
