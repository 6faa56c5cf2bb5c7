/** Who follows each task of the guides in the sandbox, from where, and with what only they know. They change what they meet, so they stand in order. */
import type { ServiceKey } from '../../sandbox/data/services.ts'
import { known } from '../../sandbox/people/log-ins.ts'
import type { Own } from './guide-walker.ts'

export interface Walk extends Own {
  /** `guide#task` */
  task: string
  /** A persona, and which of their log-ins where it is not the first they use. */
  as: string
  logIn?: number
  /** Where they stand when they begin to read: in SEB, or on the way to a service, before or after they have logged in. */
  at?: { service: ServiceKey; before: 'choosing' | 'log-in' | 'the rest' }
  /** From the newest mail to them. */
  fromMail?: true
  /** After the deed of that name, by key: what SEB does by itself meanwhile. */
  job?: 'bulk'
  /** That they are in the service. */
  ends?: ServiceKey
  /** What then stands on the page. */
  sees?: RegExp
}

/** In days from the day of the sandbox. */
export interface Days {
  day(ahead: number): string
}

export const walks = ({ day }: Days): readonly Walk[] => [
  { task: 'overbrugeradministrator#udpeg', as: 'birgit', fields: ['Anna'], sees: /Anna Sandbæk Lund/ },
  {
    task: 'brugeradministrator#vaek',
    as: 'birgit',
    fields: [day(1), day(3), 'Anna Sandbæk Lund, Klinikken i Havnegade'],
  },
  { task: 'overbrugeradministrator#enheder', as: 'birgit', fields: ['Klinikken på Torvet', '990100000000049'] },
  {
    task: 'overbrugeradministrator#rollepakker',
    as: 'birgit',
    fields: ['Ny sekretær', 'Sekretærer i klinikken'],
    names: [/^Behandler/],
  },
  { task: 'overbrugeradministrator#ventetid', as: 'birgit', fields: ['3'] },
  { task: 'overbrugeradministrator#log', as: 'birgit', fields: ['Anna'] },
  { task: 'overbrugeradministrator#vis-navne', as: 'birgit' },
  {
    task: 'brugeradministrator#giv-laeseadgang',
    as: 'birgit',
    fields: ['Helle Vadum', day(4), 'Vikar i denne uge'],
    names: [/^Read only/],
  },
  { task: 'brugeradministrator#hvorfor', as: 'birgit', fields: ['Anna'], sees: /has the role .* given by/ },
  { task: 'brugeradministrator#ret-rolle', as: 'birgit', fields: ['Anna', day(30)], beside: /Doctor/ },
  { task: 'brugeradministrator#afproev', as: 'birgit', fields: ['Anna'], names: [/Referrals|medication/i] },
  { task: 'brugeradministrator#udtraek', as: 'birgit', fields: [day(-1)] },
  { task: 'dnhf#giv-rolle', as: 'birgit', fields: ['Anna', 'Ny opgave'], names: [/^Henviser på vegne af/] },
  { task: 'brugeradministrator#flyt', as: 'birgit', fields: ['Anna', 'Klinikken på Torvet', 'Ny klinik'] },
  {
    task: 'brugeradministrator#tag-tilbage',
    as: 'birgit',
    fields: ['Helle', 'Er ikke læge her mere'],
    beside: /Doctor/,
  },
  { task: 'brugeradministrator#spaer', as: 'birgit', fields: ['Anna', 'På orlov', 'Er tilbage'] },

  {
    task: 'medarbejder#log-ind',
    as: 'anna',
    at: { service: 'medicinkort', before: 'choosing' },
    names: [/Anna Sandbæk Lund/],
    ends: 'medicinkort',
  },
  {
    task: 'medarbejder#lokalt-log-in',
    as: 'emil',
    at: { service: 'indberetning', before: 'choosing' },
    fields: ['nordhavn'],
    names: [/Region Nordhavn/, /Emil Thorhauge/],
    ends: 'indberetning',
  },
  {
    task: 'medarbejder#paa-vegne-af',
    as: 'helle',
    at: { service: 'henvisning', before: 'the rest' },
    names: [/Lægehuset Fjordvej/],
    ends: 'henvisning',
  },
  {
    task: 'medarbejder#afvist',
    as: 'emil',
    at: { service: 'henvisning', before: 'the rest' },
    fields: ['Jeg tager imod patienter i afdelingen'],
    names: [/^Behandler/],
  },
  {
    task: 'dnhf#bed-om-rolle',
    as: 'emil',
    fields: ['Jeg skal kunne se henvisninger'],
    names: [/Henvisninger/, /^Læseadgang/],
  },
  {
    task: 'medarbejder#ny-her',
    as: 'karim',
    fields: ['Jeg er ny på afdelingen', 'karim@region-nordhavn.example'],
    names: [/Medicinsk Afdeling/, /Henvisninger/, /^Behandler/],
  },
  { task: 'medarbejder#anmodninger', as: 'karim', names: [/Behandler/] },
  {
    task: 'brugeradministrator#ny-medarbejder',
    as: 'sigrid',
    fields: ['Karim Overby', 'Medicinsk Afdeling', 'karim@region-nordhavn.example'],
  },
  {
    task: 'medarbejder#invitation',
    as: 'karim',
    fromMail: true,
    names: [[/^Lokal IdP/, /^Region Nordhavn/, /Karim Overby/]],
  },
  {
    task: 'brugeradministrator#mange',
    as: 'birgit',
    fields: [
      `handling;rid;tjeneste;rolle;gælder for\ngiv;${known(1).rid};henvisning;laeseadgang;\ngiv;${known(1).rid};henvisning;visitator;egen enhed`,
      'Alle skal kunne læse med',
    ],
    job: 'bulk',
  },
  {
    task: 'medarbejder#bed-om-adgang',
    as: 'anna',
    fields: ['Jeg skal læse med'],
    names: [/Henvisninger/, /^Behandler/],
  },
  { task: 'medarbejder#min-adgang', as: 'anna' },
  { task: 'medarbejder#slip-rolle', as: 'anna', fields: ['Jeg bruger den ikke'] },
  { task: 'medarbejder#beskeder', as: 'anna' },
  {
    task: 'medarbejder#noedadgang',
    as: 'helle',
    logIn: 1,
    at: { service: 'medicinkort', before: 'the rest' },
    fields: ['Patienten venter'],
  },
  { task: 'dnhf#log-ind', as: 'anna', at: { service: 'henvisning', before: 'choosing' }, names: [/Anna Sandbæk Lund/] },

  { task: 'brugeradministrator#spoerg', as: 'birgit', fields: ['Til hvad?'], names: [/^Anna/] },
  { task: 'brugeradministrator#anmodninger', as: 'sigrid', names: [/^Emil Thorhauge/] },
  { task: 'brugeradministrator#noedadgang', as: 'birgit', names: [/Helle Vadum/] },
  { task: 'overbrugeradministrator#start-kontrol', as: 'birgit', fields: ['Kontrol af klinikken', day(30)] },
  { task: 'brugeradministrator#kontrol', as: 'birgit', names: [/^Kontrol af klinikken/] },
  { task: 'sikkerhedsansvarlig#rapport', as: 'birgit', names: [/^Kontrol af klinikken/] },
  { task: 'sikkerhedsansvarlig#log', as: 'birgit', fields: [day(-1), day(0)] },
  { task: 'sikkerhedsansvarlig#udtraek', as: 'birgit', fields: [day(-1)] },
  { task: 'overbrugeradministrator#fjern', as: 'birgit' },

  {
    task: 'sikkerhedsansvarlig#ny-tjeneste',
    as: 'birgit',
    fields: ['4', 'Vi indberetter til registrene'],
    beside: /Indberetning/,
  },
  { task: 'medarbejder#administrator', as: 'anna', fields: ['99 01 00 41'] },
  { task: 'medarbejder#driftsbeskeder', as: 'anna', fields: ['anna@klinik.example'] },

  { task: 'medarbejder#log-ud', as: 'anna' },
  {
    task: 'tjenesteejer#ret-rolle',
    as: 'viggo',
    fields: ['Ser henvisninger og ændrer intet.', 'Det er tydeligere'],
    names: [/^Læseadgang/],
  },
  {
    task: 'tjenesteejer#ny-rolle',
    as: 'viggo',
    fields: ['observatoer', 'Observatør', 'Observer', 'Ser med', 'Looks on', 'urn:dk:sundhed:seb:demo:henvisning:se'],
  },
  { task: 'tjenesteejer#tjek-metadata', as: 'viggo', fields: ['<x/>'] },
  { task: 'tjenesteejer#hvem-bruger', as: 'viggo' },
  {
    task: 'tjenesteejer#udfas-rolle',
    as: 'viggo',
    fields: [day(60), 'Bruges ikke mere'],
    names: [/^Visitator/],
  },
  {
    task: 'tjenesteejer#konflikter',
    as: 'viggo',
    fields: ['Henvis og fordel', 'Refer and distribute'],
    names: [/^Henviser/, /^Visitator/],
  },
  { task: 'tjenesteejer#aendringsoensker', as: 'viggo' },

  {
    task: 'systemforvaltning#opret-organisation',
    as: 'rikke',
    fields: ['99010022', 'Lægerne på Molen', 'General practice'],
  },
  {
    task: 'systemforvaltning#overbrugeradministrator',
    as: 'rikke',
    fields: ['Tandklinikken'],
    names: [/Tandklinikken på Molen/],
  },
  {
    task: 'systemforvaltning#giv-tjeneste',
    as: 'rikke',
    fields: ['Fysioterapien'],
    names: [/Fysioterapien Strandvej/, /medication/i],
  },
  { task: 'systemforvaltning#tag-tjeneste-tilbage', as: 'rikke', fields: ['Fjordvej'], names: [/Lægehuset Fjordvej/] },
  { task: 'systemforvaltning#nye-tjenester', as: 'rikke', names: [/Havnegade|Reporting/] },
  { task: 'systemforvaltning#aendringsoensker', as: 'rikke', names: [/Læseadgang|Read only/] },
  { task: 'systemforvaltning#find-haendelse', as: 'rikke', fields: ['ABCDEFGH'] },
  { task: 'systemforvaltning#luk-organisation', as: 'rikke', fields: ['Jordemoderhuset'], names: [/Jordemoderhuset/] },
  { task: 'systemforvaltning#sluk', as: 'rikke', names: [/Praksis/] },

  {
    task: 'servicedesk#fejl',
    as: 'rikke',
    fields: ['Nogle får en fejl. Vent 1 minut, og forsøg igen.', '3 – mindre: gul'],
    names: [/^SEB Sundhed/],
  },
  {
    task: 'servicedesk#servicevindue',
    as: 'rikke',
    fields: [day(3), '13:00', day(3), '14:00'],
    names: [/^SEB Classic/],
  },
  { task: 'servicedesk#loest', as: 'rikke', names: [/Problemer med log-in/] },
  {
    task: 'servicedesk#ny-sag',
    as: 'rikke',
    fields: ['Kan ikke logge ind', 'Får en fejl efter MitID', 'Problem med log-in', 'Anna Lund', '99 01 00 41'],
  },
  { task: 'servicedesk#sager', as: 'rikke', names: [/Mangler administrator/] },
  { task: 'servicedesk#uden-administrator', as: 'rikke' },
  { task: 'servicedesk#organisation', as: 'rikke', fields: ['Havnegade'], names: [/Havnegade/] },
  { task: 'servicedesk#mail', as: 'rikke' },

  {
    task: 'borger#log-ind',
    as: 'gustav',
    at: { service: 'henvisning', before: 'choosing' },
    names: [/Gustav Ravnkilde/],
  },
  { task: 'borger#log-ud', as: 'gustav' },
  { task: 'borger#virker-ikke', as: 'gustav' },
]

/** Tasks that are not done in SEB: sentences to know, or letters to write. */
export const notWalked: readonly string[] = [
  'brugeradministrator#hvem-kan-hjaelpe',
  'borger#hvad-faar-tjenesten',
  'borger#forkert-log-in',
  'dnhf#roller',
  'dnhf#nej',
  'sikkerhedsansvarlig#ingen-administrator',
  // The journeys of enrolment follow these, with the mails and the papers.
  'sikkerhedsansvarlig#tilmeld',
  'sikkerhedsansvarlig#skriv-under',
  'systemforvaltning#tilmeldinger',
  // Their metadata and keys are brought from elsewhere; test/browser/administration-journeys.ts and the rooms’ own tests do it.
  'tjenesteejer#skift-noegle',
  'systemforvaltning#opret-tjeneste',
  'systemforvaltning#identitetsudbyder',
  'systemforvaltning#kontrol-hos-mange',
]
