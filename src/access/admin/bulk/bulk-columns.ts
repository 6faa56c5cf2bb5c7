/** The columns of a file of changes, by the headings that people may write over them, and the words for what shall happen. */

export const bulkFields = [
  'deed',
  'rid',
  'uuid',
  'mail',
  'name',
  'unit',
  'service',
  'role',
  'scope',
  'from',
  'until',
  'hours',
  'reason',
] as const

export type BulkField = (typeof bulkFields)[number]

/** One row as written; an empty text where the file has no such column. */
export type TypedRow = Readonly<Record<BulkField, string>>

export const emptyRow: TypedRow = {
  deed: '',
  rid: '',
  uuid: '',
  mail: '',
  name: '',
  unit: '',
  service: '',
  role: '',
  scope: '',
  from: '',
  until: '',
  hours: '',
  reason: '',
}

/** The first is the one in the template. */
const headings: Readonly<Record<BulkField, readonly string[]>> = {
  deed: ['handling', 'action'],
  rid: ['rid', 'rid-nummer', 'ridnummer'],
  uuid: ['uuid', 'erhvervs-uuid', 'professionel uuid', 'professional uuid', 'mitid erhverv'],
  mail: ['mail', 'e-mail', 'email'],
  name: ['navn', 'name'],
  unit: ['enhed', 'unit'],
  service: ['tjeneste', 'service'],
  role: ['rolle', 'role'],
  scope: ['gælder for', 'gaelder for', 'omfang', 'scope'],
  from: ['fra', 'from'],
  until: ['til og med', 'til', 'until'],
  hours: ['tider', 'times', 'hours'],
  reason: ['begrundelse', 'reason'],
}

export const deeds = ['give', 'take-back', 'move', 'suspend', 'reopen', 'end', 'create'] as const

export type Deed = (typeof deeds)[number]

const deedWords: Readonly<Record<Deed, readonly string[]>> = {
  give: ['giv', 'tildel', 'give'],
  'take-back': ['tag tilbage', 'fjern', 'take back'],
  move: ['flyt', 'move'],
  suspend: ['spær', 'spaer', 'suspend'],
  reopen: ['åbn', 'aabn', 'reopen'],
  end: ['ophør', 'ophoer', 'end'],
  create: ['opret', 'create'],
}

/** Without regard to capitals and stray spaces. */
export const normal = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')

/** Which column a heading stands over; null for one that means nothing here, which is not looked at. */
export function fieldOf(heading: string): BulkField | null {
  return bulkFields.find((field) => headings[field].includes(normal(heading))) ?? null
}

export function readDeed(text: string): Deed | null {
  return deeds.find((deed) => deedWords[deed].includes(normal(text))) ?? null
}

/** What a row says for it. */
export function deedWord(deed: Deed): string {
  return deedWords[deed][0] ?? deed
}

/** What can be done with people who are ticked in a list. */
export const chosenDeeds = ['give', 'take-back', 'move', 'suspend'] as const

export type ChosenDeed = (typeof chosenDeeds)[number]

/** The headings of the template, in order. */
export function templateHeadings(): string[] {
  return bulkFields.map((field) => headings[field][0] ?? field)
}
