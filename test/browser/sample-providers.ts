/** Made-up log-ins: a few with every feature of the page, and a thousand to see that it stays small and quick. */
import { createHash } from 'node:crypto'
import type { SearchableProvider } from '../../src/discovery/provider.ts'
import { buildProviderIndex } from '../../src/discovery/provider-index.ts'

function provider(
  id: string,
  name: string,
  group: SearchableProvider['group'],
  more: Partial<SearchableProvider> = {},
): SearchableProvider {
  return {
    id,
    name,
    group,
    logInKind: 'professional',
    aliases: [],
    keywords: [],
    region: null,
    municipality: null,
    ...more,
  }
}

const regions = [
  provider('rn', 'Region Nordjylland', 'region', { aliases: ['Aalborg Universitetshospital', 'AUH'] }),
  provider('rm', 'Region Midtjylland', 'region', { aliases: ['Aarhus Universitetshospital', 'RM'] }),
  provider('rs', 'Region Syddanmark', 'region', {
    aliases: ['OUH Odense Universitetshospital', 'Sygehus Sønderjylland'],
  }),
  provider('rsj', 'Region Sjælland', 'region'),
  provider('rh', 'Region Hovedstaden', 'region', { aliases: ['Rigshospitalet'] }),
]

/** A handful, as a service with few log-ins has them. */
export const fewProviders = buildProviderIndex([
  ...regions,
  provider('vesterfjord', 'Vesterfjord Kommune', 'municipality', { aliases: ['Plejecenter Sydstranden'] }),
  provider('sydbaek', 'Sydbæk Kommune', 'municipality'),
  provider('sydhavn', 'Sydhavn Kommune', 'municipality'),
  provider('aabenaa', 'Åbenå Kommune', 'municipality'),
  provider('ringsoe', 'Ringsø Kommune', 'municipality', { keywords: ['sundhedscenter'] }),
  provider('speclaeger', 'Speciallægerne Syd', 'private', { municipality: 'Sydbæk', region: 'Region Syddanmark' }),
  provider('sydkyst', 'Sydkystens Privathospital', 'private', { municipality: 'Sydhavn' }),
  provider('bjerg', 'Yıldız & Łukasz Fysioterapi', 'private', { municipality: 'Ringsø' }),
  provider('forsvar', 'Forsvarets Sundhedstjeneste', 'other'),
])

const beginnings = [
  'Lægerne',
  'Lægehuset',
  'Fysioterapien',
  'Tandlægerne',
  'Klinikken',
  'Apoteket',
  'Speciallægerne',
  'Psykologerne',
]
const middles = ['ved', 'på', 'i']
const ends = [
  'Åen',
  'Torvet',
  'Strandgade',
  'Skovbrynet',
  'Ærøgade',
  'Havnen',
  'Kirkepladsen',
  'Østergade',
  'Mosevej',
  'Engen',
  'Bakken',
]
const places = ['Nord', 'Syd', 'Øst', 'Vest', 'Midt', 'Sund', 'Fjord', 'Lund', 'Bæk', 'Holm', 'Vig', 'Ø', 'Å', 'Skov']
const towns = places.flatMap((first) =>
  ['bæk', 'havn', 'by', 'strup', 'lev', 'køb', 'rød'].map((second) => first + second),
)

/** An id as long and as random as real ones, the same in every run. */
const idOf = (number: number) =>
  createHash('sha256')
    .update(String(number))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')

const pick = (list: readonly string[], number: number) => list[number % list.length] ?? ''

/** One thousand. */
export const thousandProviders: SearchableProvider[] = [
  ...regions,
  ...towns.map((town, number) =>
    provider(idOf(number), `${town} Kommune`, 'municipality', {
      region: pick(
        regions.map(({ name }) => name),
        number,
      ),
    }),
  ),
  ...Array.from({ length: 1000 - regions.length - towns.length }, (_, number) =>
    provider(
      idOf(1000 + number),
      `${pick(beginnings, number)} ${pick(middles, number >> 2)} ${pick(ends, number >> 3)} ${number % 3 === 0 ? pick(towns, number) : number}`,
      'private',
      {
        municipality: pick(towns, number * 7),
        region: pick(
          regions.map(({ name }) => name),
          number,
        ),
        aliases: number % 5 === 0 ? [`Hus ${pick(places, number)}${number}`] : [],
        keywords: ['klinik'],
      },
    ),
  ),
]

export const manyProviders = buildProviderIndex(thousandProviders)
