/** Adds a unit to an organisation or changes one: once however often it is sent, never over what another has saved. */
import { sql } from 'kysely'
import { recordEvents } from '../../../audit/record-events.ts'
import { fingerprint } from '../../../organisations/describe-party.ts'
import type { Db, Trx } from '../../../storage/database.ts'
import type { FormFields } from '../../../web/form.ts'
import type { Language } from '../../../web/languages.ts'
import { lockUnits } from '../../admin/units/units.store.ts'
import { isWrong, type Wrong } from '../fields.tsx'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'
import { managementText } from '../text.ts'
import { typedText } from '../typed.ts'
import { organisationsText } from './text.ts'

/** As typed, and as it stands: empty where nothing is said. */
export interface UnitTerms {
  name: string
  parent: string
  sor: string
  pNumber: string
  ydernummer: string
  municipality: string
  region: string
}

export const emptyUnit: UnitTerms = {
  name: '',
  parent: '',
  sor: '',
  pNumber: '',
  ydernummer: '',
  municipality: '',
  region: '',
}

export function readTypedUnit(form: FormFields): UnitTerms {
  const digits = (name: string) => typedText(form, name, 40).replace(/\s/g, '')
  return {
    name: typedText(form, 'navn'),
    parent: typedText(form, 'under', 36),
    sor: digits('sor'),
    pNumber: digits('pnummer'),
    ydernummer: digits('ydernummer'),
    municipality: digits('kommune'),
    region: digits('region'),
  }
}

export async function findUnit(db: Db | Trx, organisationId: string, unitId: string): Promise<UnitTerms | null> {
  const row = await db
    .selectFrom('unit')
    .selectAll()
    .where('id', '=', unitId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!row) return null
  return {
    name: row.name,
    parent: row.parent_id ?? '',
    sor: row.sor ?? '',
    pNumber: row.p_number ?? '',
    ydernummer: row.ydernummer ?? '',
    municipality: row.municipality_code ?? '',
    region: row.region_code ?? '',
  }
}

/** What a unit can be part of: every other unit that is not below it. */
export async function possibleParents(
  db: Db | Trx,
  organisationId: string,
  unitId: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive below as (
      select id from unit where id = ${unitId}
      union select unit.id from unit join below on unit.parent_id = below.id)
    select id, name from unit where organisation_id = ${organisationId} and id not in (select id from below)
    order by name, id`.execute(db)
  return rows
}

export type UnitOutcome =
  | { outcome: 'saved' }
  | { outcome: 'wrong'; wrong: Wrong }
  | { outcome: 'meanwhile'; unit: UnitTerms }

/** `unitId` was chosen when the form of a new one was shown. Null: the unit is another organisation's. */
export async function saveUnit(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  wanted: {
    organisationId: string
    unitId: string
    isNew: boolean
    typed: UnitTerms
    shown: string
    language: Language
  },
): Promise<UnitOutcome | null> {
  const { organisationId, unitId, isNew, typed, language } = wanted
  // The organisation's own administrators change the same tree.
  await lockUnits(trx, organisationId)
  const current = await findUnit(trx, organisationId, unitId)
  if (!current && !isNew) return null
  if (current && fingerprint(current) === fingerprint(typed)) return { outcome: 'saved' }
  if (current && (isNew || wanted.shown !== fingerprint(current))) return { outcome: 'meanwhile', unit: current }
  const wrong = wrongOf(typed, await possibleParents(trx, organisationId, unitId), language)
  if (isWrong(wrong)) return { outcome: 'wrong', wrong }
  const columns = {
    parent_id: typed.parent || null,
    name: typed.name,
    sor: typed.sor || null,
    p_number: typed.pNumber || null,
    ydernummer: typed.ydernummer || null,
    municipality_code: typed.municipality || null,
    region_code: typed.region || null,
  }
  if (current) await trx.updateTable('unit').set(columns).where('id', '=', unitId).execute()
  else {
    const added = await trx
      .insertInto('unit')
      .values({ id: unitId, organisation_id: organisationId, key: unitId, ...columns })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) return null
  }
  await recordEvents(deps, trx, [
    managed(manager, {
      action: `unit.${current ? 'changed' : 'added'}`,
      organisationId,
      object: { kind: 'unit', id: unitId },
      details: { from: current, to: typed },
    }),
  ])
  return { outcome: 'saved' }
}

/** What stands now where it is not what was typed. */
export function unitStandsInstead(
  stands: UnitTerms,
  typed: UnitTerms,
  parents: readonly { id: string; name: string }[],
  language: Language,
): [string, string][] {
  const text = organisationsText[language]
  const parentName = parents.find(({ id }) => id === stands.parent)?.name ?? text.noParent
  const names = {
    name: [managementText[language].name, stands.name],
    parent: [text.parent, parentName],
    sor: [text.sor, stands.sor],
    pNumber: [text.pNumber, stands.pNumber],
    ydernummer: [text.ydernummer, stands.ydernummer],
    municipality: [text.municipality, stands.municipality],
    region: [text.region, stands.region],
  } satisfies Record<keyof UnitTerms, [string, string]>
  return (Object.keys(names) as (keyof UnitTerms)[]).flatMap((key) =>
    stands[key] === typed[key] ? [] : [names[key] as [string, string]],
  )
}

function wrongOf(typed: UnitTerms, parents: readonly { id: string }[], language: Language): Wrong {
  const { wrong } = organisationsText[language]
  const shape = (field: string, value: string, pattern: RegExp, sentence: string) =>
    value === '' || pattern.test(value) ? {} : { [field]: sentence }
  return {
    ...(typed.name === '' ? { navn: wrong.name } : {}),
    ...(typed.parent === '' || parents.some(({ id }) => id === typed.parent) ? {} : { under: wrong.parent }),
    ...shape('sor', typed.sor, /^\d{6,18}$/, wrong.sor),
    ...shape('pnummer', typed.pNumber, /^\d{10}$/, wrong.pNumber),
    ...shape('ydernummer', typed.ydernummer, /^\d{6}$/, wrong.ydernummer),
    ...shape('kommune', typed.municipality, /^\d{3,4}$/, wrong.municipality),
    ...shape('region', typed.region, /^\d{4}$/, wrong.region),
  }
}
