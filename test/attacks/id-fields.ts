/**
 * Which fields of forms and addresses carry ids, and of what: filters, places in lists, choices, ticks, rows of a file. Beside the table of
 * routes, which says it of their addresses. `ids-in-fields.test.ts` puts there what is another organisation's.
 */
import type { Thing } from './things.ts'

/** What the test finds besides the things that addresses name. */
export type FieldThing = Thing | 'person' | 'professional-uuid' | 'session' | 'capacity' | 'unit-number'

export interface IdField {
  field: string
  of: FieldThing
  /** What else is sent, so that the id is looked at. */
  with?: Readonly<Record<string, string>>
  /** Where the id is part of a text: it stands in place of `{id}`. */
  text?: string
}

const beside = (of: FieldThing): IdField[] => [
  { field: 'efter', of },
  { field: 'foer', of },
]
const reason = { begrundelse: 'made up' }
const named = { navn: 'Made up', ...reason }
const days = { fra: '2026-11-24', til: '2026-12-24' }
const typedRole = { ...days, ...reason, trin: 'kontrol' }
const standIn: IdField = { field: 'stedfortraeder', of: 'administrator-account', with: days }
const ended = { 'sidste-dag': '2027-12-31', ...reason }
/** The form’s own number. */
const fixedForm = '00000000-0000-4000-8000-0000000000f1'
const bulk = (field: string, of: FieldThing, heading: string, row: string): IdField => ({
  field,
  of,
  with: reason,
  text: `${heading}\n${row}`,
})

export const idFields: Readonly<Record<string, readonly IdField[]>> = {
  'POST /admin/handl-for': [{ field: 'som', of: 'capacity' }],

  'GET /admin/medarbejdere': [{ field: 'enhed', of: 'unit' }, ...beside('account')],
  'POST /admin/medarbejdere/ny': [
    { field: 'enhed', of: 'unit', with: { ...named, kendes: 'rid', rid: '55555555' } },
    { field: 'uuid', of: 'professional-uuid', with: { ...named, kendes: 'uuid', fra: 'no day' } },
  ],
  'POST /admin/medarbejdere/:id/tildel/:rolle': [{ field: 'omfang-enhed', of: 'unit-number', with: typedRole }],
  'POST /admin/medarbejdere/:id/roller/:rolle/ret': [{ field: 'omfang-enhed', of: 'unit-number', with: typedRole }],
  'GET /admin/medarbejdere/:id/simulator': [{ field: 'rolle', of: 'role' }],
  'POST /admin/medarbejdere/:id/simulator': [{ field: 'r0-rolle', of: 'role', with: days }],
  'GET /admin/medarbejdere/:id/flyt': [{ field: 'enhed', of: 'unit' }],
  'POST /admin/medarbejdere/:id/flyt': [{ field: 'enhed', of: 'unit', with: reason }],

  'POST /desk/sager/:id': [
    { field: 'hvem', of: 'account', with: { trin: 'overdrag', bevis: 'signed', version: '1', id: fixedForm } },
  ],

  'GET /admin/roller/:id': beside('account'),
  'GET /admin/roller/:id/giv': beside('account'),
  'GET /admin/roller/pakker/:id': beside('account'),
  'POST /admin/roller/pakker/ny': [{ field: 'rolle', of: 'role', with: { navn: '' } }],
  'POST /admin/roller/pakker/:id/ret': [{ field: 'rolle', of: 'role', with: { navn: '' } }],

  'POST /admin/masseaendring': [
    bulk('raekker', 'professional-uuid', 'handling;uuid', 'spær;{id}'),
    bulk('raekker', 'professional-uuid', 'handling;uuid;navn;enhed', 'opret;{id};Made up;Klinikken'),
    bulk('raekker', 'unit', 'handling;rid;navn;enhed', 'opret;55555556;Made up;{id}'),
  ],
  'POST /admin/masseaendring/valgte': [
    { field: 'konto', of: 'account', with: { goer: 'suspend' } },
    { field: 'enhed', of: 'unit', with: { goer: 'suspend', alle: '1' } },
  ],
  'POST /admin/masseaendring/:id/hvad': [
    { field: 'rolle', of: 'role', with: { goer: 'give', ...days, ...reason } },
    { field: 'rolle', of: 'role', with: { goer: 'take-back', ...reason } },
    { field: 'enhed', of: 'unit', with: { goer: 'move', ...reason } },
  ],
  'GET /admin/masseaendring/:id': beside('bulk-change'),

  'POST /admin/administratorer/:id': [
    { field: 'enhed', of: 'unit', with: { niveau: 'administrator', set: 'long ago' } },
    { field: 'tjeneste', of: 'service', with: { niveau: 'administrator', set: 'long ago' } },
  ],
  'POST /admin/administratorer/:id/vaek': [standIn, { field: 'stop', of: 'account' }],
  'POST /mig/vaek': [standIn, { field: 'stop', of: 'account' }],

  'GET /admin/enheder/ny': [{ field: 'under', of: 'unit' }],
  'POST /admin/enheder/ny': [{ field: 'under', of: 'unit', with: named }],
  'POST /admin/enheder/:id/ret': [{ field: 'under', of: 'unit', with: named }],

  // Each look at it is in the log, so only what is then is asked of.
  'GET /admin/log': [{ field: 'konto', of: 'account' }],
  'GET /admin/log/log.csv': [{ field: 'konto', of: 'account' }],

  'GET /admin/anmodninger': [
    { field: 'enhed', of: 'unit' },
    { field: 'tjeneste', of: 'service' },
    ...beside('access-request'),
  ],
  'POST /admin/anmodninger/flere': [{ field: 'valgt', of: 'access-request', with: { ord: 'made up', svar: 'reject' } }],
  'POST /mig/anmod/for-andre': [{ field: 'konto', of: 'account' }],

  'GET /mig/beskeder': beside('notice'),
  'POST /mig/beskeder': [
    { field: 'besked', of: 'notice' },
    { field: 'til', of: 'notice' },
  ],
  'POST /mig/afslut-log-in': [{ field: 'session', of: 'session' }],

  'POST /forvaltning/organisationer/:id/enheder/:enhed': [{ field: 'under', of: 'unit', with: named }],
  'POST /forvaltning/organisationer/:id/overbrugeradministrator': [{ field: 'konto', of: 'account' }],
  'POST /admin/tjenester/ny/:tjeneste': [
    { field: 'rolle', of: 'role', with: { roller: 'nogle', antal: '1', begrundelse: 'made up' } },
  ],
  'POST /forvaltning/organisationer/:id/tjenester/giv/:tjeneste': [
    { field: 'rolle', of: 'role-of-service', with: { roller: 'nogle', ...days } },
  ],
  'POST /forvaltning/tjenester/:id/roller/:rolle/udfas': [{ field: 'afloeser', of: 'role-of-service', with: ended }],
  'POST /tjenesteejer/roller/:rolle/udfas': [{ field: 'afloeser', of: 'role-of-service', with: ended }],
}
