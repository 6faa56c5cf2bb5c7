/** Creates an organisation or changes what is said of it: once however often it is sent, never over what another has saved. */
import { recordEvents } from '../../../audit/record-events.ts'
import { fingerprint } from '../../../organisations/describe-party.ts'
import type { Trx } from '../../../storage/database.ts'
import type { FormFields } from '../../../web/form.ts'
import type { Language } from '../../../web/languages.ts'
import type { Wrong } from '../fields.tsx'
import { type ChangeDeps, type Manager, managed } from '../manager.ts'
import { managementText } from '../text.ts'
import { typedChoice, typedText } from '../typed.ts'
import {
  findOrganisationFacts,
  type OrganisationFacts,
  type OrganisationKind,
  organisationKinds,
} from './organisation.store.ts'
import { organisationsText } from './text.ts'

/** As typed: what a form that failed shows again. */
export interface TypedOrganisation {
  cvr: string
  name: string
  kind: OrganisationKind | null
  allowsPrivateLogIn: boolean
}

export function readTypedOrganisation(form: FormFields): TypedOrganisation {
  return {
    cvr: typedText(form, 'cvr').replace(/\s/g, ''),
    name: typedText(form, 'navn'),
    kind: typedChoice(form, 'art', organisationKinds),
    allowsPrivateLogIn: form.get('privat') !== null,
  }
}

export type SaveOutcome =
  | { outcome: 'saved'; id: string }
  | { outcome: 'wrong'; wrong: Wrong }
  /** Another was first; what stands now. */
  | { outcome: 'meanwhile'; organisation: OrganisationFacts }

/** `id` was chosen when the form was shown: sent twice, it is one organisation. */
export async function createOrganisation(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { id, typed, language }: { id: string; typed: TypedOrganisation; language: Language },
): Promise<SaveOutcome> {
  if (await findOrganisationFacts(trx, id)) return { outcome: 'saved', id }
  const { wrong: sentences } = organisationsText[language]
  const taken = await trx.selectFrom('organisation').select('id').where('cvr', '=', typed.cvr).executeTakeFirst()
  const wrong: Record<string, string> = {
    ...(/^\d{8}$/.test(typed.cvr) ? {} : { cvr: sentences.cvr }),
    ...(taken ? { cvr: sentences.cvrTaken } : {}),
    ...wrongOf(typed, language),
  }
  const { cvr, name, kind, allowsPrivateLogIn } = typed
  if (Object.keys(wrong).length > 0 || !kind) return { outcome: 'wrong', wrong }
  await trx
    .insertInto('organisation')
    .values({
      id,
      cvr,
      name,
      kind,
      status: 'active',
      allows_private_log_in: allowsPrivateLogIn,
      created_at: deps.clock.now(),
    })
    .execute()
  await recordEvents(deps, trx, [
    managed(manager, {
      action: 'organisation.added',
      organisationId: id,
      object: { kind: 'organisation', id },
      details: { to: { cvr, name, kind, allowsPrivateLogIn } },
    }),
  ])
  return { outcome: 'saved', id }
}

/** `shown` is what the form was filled from, by `shownOrganisation`. */
export async function changeOrganisation(
  deps: ChangeDeps,
  trx: Trx,
  manager: Manager,
  { id, typed, shown, language }: { id: string; typed: TypedOrganisation; shown: string; language: Language },
): Promise<SaveOutcome | null> {
  const organisation = await findOrganisationFacts(trx, id)
  if (!organisation) return null
  const { name, kind, allowsPrivateLogIn } = typed
  const from = { name: organisation.name, kind: organisation.kind, allowsPrivateLogIn: organisation.allowsPrivateLogIn }
  const to = { name, kind, allowsPrivateLogIn }
  if (fingerprint(from) === fingerprint(to)) return { outcome: 'saved', id }
  if (shown !== shownOrganisation(organisation)) return { outcome: 'meanwhile', organisation }
  const wrong = wrongOf(typed, language)
  if (Object.keys(wrong).length > 0 || !kind) return { outcome: 'wrong', wrong }
  await trx
    .updateTable('organisation')
    .set({ name, kind, allows_private_log_in: allowsPrivateLogIn })
    .where('id', '=', id)
    .execute()
  await recordEvents(deps, trx, [
    managed(manager, {
      action: 'organisation.changed',
      organisationId: id,
      object: { kind: 'organisation', id },
      details: { from, to },
    }),
  ])
  return { outcome: 'saved', id }
}

export function shownOrganisation({ name, kind, allowsPrivateLogIn }: OrganisationFacts): string {
  return fingerprint({ name, kind, allowsPrivateLogIn })
}

/** What stands now where it is not what was typed. */
export function standsInstead(
  { name, kind, allowsPrivateLogIn }: OrganisationFacts,
  typed: TypedOrganisation,
  language: Language,
): [string, string][] {
  const shared = managementText[language]
  return [
    ...(name === typed.name ? [] : [[shared.name, name] as [string, string]]),
    ...(kind === typed.kind ? [] : [[shared.kind, shared.kinds[kind]] as [string, string]]),
    ...(allowsPrivateLogIn === typed.allowsPrivateLogIn
      ? []
      : [[organisationsText[language].privateLogIn, allowsPrivateLogIn ? shared.yes : shared.no] as [string, string]]),
  ]
}

function wrongOf({ name, kind }: TypedOrganisation, language: Language): Record<string, string> {
  const { wrong } = organisationsText[language]
  return { ...(name === '' ? { navn: wrong.name } : {}), ...(kind ? {} : { art: wrong.kind }) }
}
