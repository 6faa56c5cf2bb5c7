/** "Hjælp til denne side": for each page of the product, the part of the guides that is about it. */
import { guideAddress, guidesPath } from './guide.ts'

/**
 * By the beginning of a page's address: the longest that fits counts, and `:` stands for any part. The guides, or a guide and its
 * task. `test/help-places.test.ts` holds it to every page there is.
 */
const places: Readonly<Record<string, '' | `${string}#${string}`>> = {
  '/': '',
  '/vejledninger': '',
  '/kontakt': '',
  '/om': '',
  '/tilgaengelighed': '',
  '/privatliv': 'medarbejder#min-adgang',
  '/cookies': 'medarbejder#lokalt-log-in',
  '/driftsstatus': 'borger#virker-ikke',
  '/driftsstatus/tilmeld': 'medarbejder#driftsbeskeder',
  '/driftsstatus/abonnement': 'medarbejder#driftsbeskeder',
  '/driftsstatus/afmeld': 'medarbejder#driftsbeskeder',
  '/tilmeld': 'sikkerhedsansvarlig#tilmeld',
  '/tilmeld/underskriv': 'sikkerhedsansvarlig#skriv-under',

  '/login/vaelg': 'medarbejder#log-ind',
  '/login/husket': 'medarbejder#lokalt-log-in',
  '/login/organisation': 'medarbejder#paa-vegne-af',
  '/login/afvist': 'medarbejder#afvist',
  '/login/fejl': 'medarbejder#afvist',
  '/login/igen': 'medarbejder#afvist',
  '/login/videre': 'medarbejder#log-ind',
  '/login/log-ud': 'medarbejder#log-ud',
  '/saml': 'medarbejder#afvist',
  '/invitation': 'medarbejder#invitation',

  '/mig': 'medarbejder#min-adgang',
  '/mig/anmod': 'medarbejder#bed-om-adgang',
  '/mig/anmod/mist': 'medarbejder#slip-rolle',
  '/mig/anmodninger': 'medarbejder#anmodninger',
  '/mig/noedadgang': 'medarbejder#noedadgang',
  '/mig/beskeder': 'medarbejder#beskeder',
  '/mig/administrator': 'medarbejder#administrator',
  '/mig/vaek': 'brugeradministrator#vaek',

  '/admin': 'brugeradministrator#giv-laeseadgang',
  '/admin/medarbejdere/ny': 'brugeradministrator#ny-medarbejder',
  '/admin/medarbejdere/:/inviter': 'brugeradministrator#ny-medarbejder',
  '/admin/medarbejdere/:/tildel': 'brugeradministrator#giv-laeseadgang',
  '/admin/medarbejdere/:/simulator': 'brugeradministrator#afproev',
  '/admin/medarbejdere/:/roller/:/tag-tilbage': 'brugeradministrator#tag-tilbage',
  '/admin/medarbejdere/:/roller/:/ret': 'brugeradministrator#ret-rolle',
  '/admin/medarbejdere/:/flyt': 'brugeradministrator#flyt',
  '/admin/medarbejdere/:/spaer': 'brugeradministrator#spaer',
  '/admin/medarbejdere/:/aabn': 'brugeradministrator#spaer',
  '/admin/medarbejdere/:/ophoer': 'brugeradministrator#spaer',
  '/admin/medarbejdere/:/pakke': 'overbrugeradministrator#rollepakker',
  '/admin/roller': 'brugeradministrator#giv-laeseadgang',
  '/admin/roller/pakker': 'overbrugeradministrator#rollepakker',
  '/admin/anmodninger': 'brugeradministrator#anmodninger',
  '/admin/anmodninger/:/spoerg': 'brugeradministrator#spoerg',
  '/admin/anmodninger/indstillinger': 'overbrugeradministrator#ventetid',
  '/admin/masseaendring': 'brugeradministrator#mange',
  '/admin/udtraek': 'brugeradministrator#udtraek',
  '/admin/noedadgang': 'brugeradministrator#noedadgang',
  '/admin/kontrol': 'brugeradministrator#kontrol',
  '/admin/kontrol/ny': 'overbrugeradministrator#start-kontrol',
  '/admin/kontrol/gentag': 'overbrugeradministrator#start-kontrol',
  '/admin/kontrol/:/rapport': 'sikkerhedsansvarlig#rapport',
  '/admin/administratorer': 'overbrugeradministrator#udpeg',
  '/admin/administratorer/:/fjern': 'overbrugeradministrator#fjern',
  '/admin/administratorer/:/vaek': 'brugeradministrator#vaek',
  '/admin/enheder': 'overbrugeradministrator#enheder',
  '/admin/tjenester': 'sikkerhedsansvarlig#ny-tjeneste',
  '/admin/log': 'overbrugeradministrator#log',

  '/forvaltning': 'systemforvaltning#opret-organisation',
  '/forvaltning/organisationer/:/overbrugeradministrator': 'systemforvaltning#overbrugeradministrator',
  '/forvaltning/organisationer/:/tjenester': 'systemforvaltning#giv-tjeneste',
  '/forvaltning/organisationer/:/tjenester/:/tag-tilbage': 'systemforvaltning#tag-tjeneste-tilbage',
  '/forvaltning/organisationer/:/luk': 'systemforvaltning#luk-organisation',
  '/forvaltning/organisationer/:/aabn': 'systemforvaltning#luk-organisation',
  '/forvaltning/organisationer/:/laeg-sammen': 'systemforvaltning#luk-organisation',
  '/forvaltning/tjenesteadgange': 'systemforvaltning#giv-tjeneste',
  '/forvaltning/uden-administrator': 'servicedesk#uden-administrator',
  '/forvaltning/tilmeldinger': 'systemforvaltning#tilmeldinger',
  '/forvaltning/nye-tjenester': 'systemforvaltning#nye-tjenester',
  '/forvaltning/mail': 'servicedesk#mail',
  '/forvaltning/identitetsudbydere': 'systemforvaltning#identitetsudbyder',
  '/forvaltning/identitetsudbydere/:/sluk': 'systemforvaltning#sluk',
  '/forvaltning/identitetsudbydere/:/taend': 'systemforvaltning#sluk',
  '/forvaltning/tjenester': 'systemforvaltning#opret-tjeneste',
  '/forvaltning/tjenester/:/identitetsudbydere': 'systemforvaltning#identitetsudbyder',
  '/forvaltning/tjenester/:/tjek-metadata': 'tjenesteejer#tjek-metadata',
  '/forvaltning/tjenester/:/metadata': 'tjenesteejer#skift-noegle',
  '/forvaltning/tjenester/:/brug': 'tjenesteejer#hvem-bruger',
  '/forvaltning/tjenester/:/roller/ny': 'tjenesteejer#ny-rolle',
  '/forvaltning/tjenester/:/roller/:': 'tjenesteejer#ret-rolle',
  '/forvaltning/tjenester/:/roller/:/udfas': 'tjenesteejer#udfas-rolle',
  '/forvaltning/tjenester/:/aendringer': 'systemforvaltning#aendringsoensker',
  '/forvaltning/aendringer': 'systemforvaltning#aendringsoensker',
  '/forvaltning/konflikter': 'tjenesteejer#konflikter',
  '/forvaltning/kontrol': 'systemforvaltning#kontrol-hos-mange',
  '/forvaltning/log': 'systemforvaltning#find-haendelse',

  '/tjenesteejer': 'tjenesteejer#ret-rolle',
  '/tjenesteejer/roller/ny': 'tjenesteejer#ny-rolle',
  '/tjenesteejer/roller/:/udfas': 'tjenesteejer#udfas-rolle',
  '/tjenesteejer/tjek-metadata': 'tjenesteejer#tjek-metadata',
  '/tjenesteejer/metadata': 'tjenesteejer#skift-noegle',
  '/tjenesteejer/brug': 'tjenesteejer#hvem-bruger',
  '/tjenesteejer/konflikter': 'tjenesteejer#konflikter',
  '/tjenesteejer/aendringer': 'tjenesteejer#aendringsoensker',

  '/desk': 'servicedesk#sager',
  '/desk/sager/ny': 'servicedesk#ny-sag',
  '/desk/drift': 'servicedesk#fejl',
}

const patterns = Object.entries(places).map(([pattern, place]) => ({ parts: partsOf(pattern), place }))

/** The address of the help for a page; null where nobody has said which. */
export function helpPlace(path: string): string | null {
  const asked = partsOf(path)
  const [best] = patterns
    .filter(({ parts }) => parts.every((part, index) => part === asked[index] || (part === ':' && asked[index])))
    .filter(({ parts }) => parts.length > 0 || asked.length === 0)
    .toSorted((a, b) => b.parts.length - a.parts.length || literal(b.parts) - literal(a.parts))
  if (!best) return null
  const [slug = '', anchor] = best.place.split('#')
  return best.place === '' ? guidesPath : guideAddress(slug, anchor)
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '')
}

/** Of two as long, the one that says more counts. */
const literal = (parts: readonly string[]) => parts.filter((part) => part !== ':').length
