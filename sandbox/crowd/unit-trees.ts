/** The units that an organisation of a kind has, as a tree: made-up departments, centres and clinics. */

export interface TreeUnit {
  /** From 1; a parent stands before its children. */
  number: number
  parent: number | null
  name: string
  /** Nobody is employed in a unit that others stand below. */
  leaf: boolean
}

type Branch = { name: string; below?: Branch[] }

const departments =
  'Akutafdelingen,Anæstesien,Billeddiagnostisk Afdeling,Blodprøver,Børneafdelingen,Dialysen,Fertilitetsklinikken,Føden,Geriatrien,Hjertemedicinen,Hudklinikken,Infektionsmedicinen,Intensiv,Kirurgien,Lungemedicinen,Mavetarmkirurgien,Nefrologien,Neurologien,Onkologien,Operationsgangen,Ortopædkirurgien,Reumatologien,Urologien,Øjenafdelingen,Øre-næse-hals'.split(
    ',',
  )
const care =
  'Hjemmesygeplejen,Hjemmeplejen,Plejecentret,Rehabiliteringen,Sundhedsplejen,Tandplejen,Træningscentret,Akutteamet'.split(
    ',',
  )
const places = 'Nord,Syd,Vest,Midt,Havnen,Skoven,Søen,Broen,Bakken,Fjorden,Kysten,Engen'.split(',')
const towns = 'Egelund,Fjordby,Havslund,Klinteborg,Lyngsted,Møllevig'.split(',')

const trees: Record<'region' | 'municipality', Branch[]> = {
  region: [
    ...towns.map((town) => ({
      name: `${town} Sygehus`,
      below: departments.map((department) => ({
        name: `${department}, ${town}`,
        below: ['Ambulatoriet', 'Sengeafsnittet'].map((part) => ({ name: `${part}, ${department}, ${town}` })),
      })),
    })),
    { name: 'Psykiatrien', below: places.map((place) => ({ name: `Psykiatrisk Klinik ${place}` })) },
    { name: 'Regionshuset', below: ['Indkøb', 'It og Digitalisering', 'Løn og Personale'].map((name) => ({ name })) },
  ],
  municipality: care.map((name) => ({ name, below: places.map((place) => ({ name: `${name} ${place}` })) })),
}

/** Small organisations are one unit. */
export function unitTree(kind: string): TreeUnit[] {
  const units: TreeUnit[] = []
  const add = ({ name, below }: Branch, parent: number | null) => {
    const number = units.length + 1
    units.push({ number, parent, name, leaf: below === undefined })
    for (const branch of below ?? []) add(branch, number)
  }
  const branches = kind === 'region' || kind === 'municipality' ? trees[kind] : [{ name: 'Klinikken' }]
  for (const branch of branches) add(branch, null)
  return units
}

/** The keys of the units that people are employed in. */
export function leafKeys(kind: string): string[] {
  return unitTree(kind).flatMap(({ number, leaf }) => (leaf ? [`enhed-${number}`] : []))
}
