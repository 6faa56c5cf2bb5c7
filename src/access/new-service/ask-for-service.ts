/** Asks for a service, takes the request back, and says whether chief administrators may ask: each with its event, and once. */
import { recordEvents } from '../../audit/record-events.ts'
import { rowOfForm } from '../../base/ids.ts'
import { notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import { fillText } from '../../web/fill.ts'
import type { Language } from '../../web/languages.ts'
import type { Actor } from '../admin/actor.ts'
import type { CasePort } from '../admin/case-port.ts'
import { accessNotices } from '../telling/access-notices.ts'
import { managedRequestPath } from './new-service-paths.ts'
import { type AskingKind, caseOfRequest, type RequestTerms } from './service-request.ts'
import { findServiceRequest, listAskable, setChiefsAsk } from './service-requests.store.ts'
import { newServiceText } from './text.ts'

export type AskOutcome =
  | { asked: true; id: string }
  | { asked: false; why: 'not-offered' }
  /** Somebody else of the organisation has asked. */
  | { asked: false; why: 'waits'; id: string }

export async function askForService(
  deps: NotifyDeps & { cases: CasePort },
  trx: Trx,
  { acting, personId, source }: Actor,
  asked: { formId: string; as: AskingKind; serviceId: string; name: string; terms: RequestTerms; language: Language },
): Promise<AskOutcome> {
  const now = deps.clock.now()
  const { serviceId, terms, language } = asked
  const organisationId = acting.organisation.id
  const id = rowOfForm(asked.formId, organisationId, personId)
  if (await findServiceRequest(trx, id, now)) return { asked: true, id }
  const [service] = await listAskable(trx, { organisationId, text: '', serviceId, now })
  if (!service) return { asked: false, why: 'not-offered' }
  if (service.requestId !== null) return { asked: false, why: 'waits', id: service.requestId }
  const inserted = await trx
    .insertInto('service_request')
    .values({
      id,
      organisation_id: organisationId,
      service_id: serviceId,
      asked_by: personId,
      asked_as: asked.as,
      asked_at: now,
      why: terms.why,
      people: terms.people,
      role_ids: terms.roleIds,
      ceilings: JSON.stringify(terms.ceilings),
      state: 'waiting',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  // The same form at the same moment, or a colleague's: what stands now says which.
  if (!inserted) return askForService(deps, trx, { acting, personId, source }, asked)
  await recordEvents(deps, trx, [
    {
      action: 'service-request.sent',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId,
      object: { kind: 'service-request', id },
      source,
      details: { serviceId, ...terms },
    },
  ])
  const path = managedRequestPath(id)
  const about = { organisationId, serviceId, path }
  await notify(deps, trx, [
    notice(accessNotices['service-request.sent'], { ...about, toStaff: 'system-management', exceptPersonId: personId }),
  ])
  const names = { organisation: acting.organisation.name, service: language === 'da' ? service.nameDa : service.nameEn }
  const text = newServiceText[language]
  await deps.cases.open(trx, {
    kind: 'new-service',
    subject: fillText(text.caseSubject, names),
    words: fillText(text.caseWords, { people: terms.people, why: terms.why }),
    name: asked.name,
    email: await mailOf(trx, personId),
    phone: '',
    language,
    organisationId,
    byPersonId: personId,
    serviceId,
    path,
    once: caseOfRequest(id),
  })
  return { asked: true, id }
}

async function mailOf(trx: Trx, personId: string): Promise<string | null> {
  const person = await trx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst()
  return person?.email ?? null
}

/** One that has been answered stays so. */
export async function withdrawServiceRequest(
  deps: NotifyDeps & { cases: CasePort },
  trx: Trx,
  { acting, personId, source }: Actor,
  id: string,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('service_request')
    .set({ state: 'withdrawn', ended_at: deps.clock.now(), ended_by: personId })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordEvents(deps, trx, [
    {
      action: 'service-request.withdrawn',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId: acting.organisation.id,
      object: { kind: 'service-request', id },
      source,
    },
  ])
  await deps.cases.settle(trx, { once: caseOfRequest(id), outcome: 'request-withdrawn' })
}

export async function letChiefsAsk(
  deps: NotifyDeps,
  trx: Trx,
  { acting, personId, source }: Actor,
  ask: boolean,
): Promise<void> {
  const { id } = acting.organisation
  if (!(await setChiefsAsk(trx, id, ask))) return
  await recordEvents(deps, trx, [
    {
      action: 'organisation.changed',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId: id,
      object: { kind: 'organisation', id },
      source,
      details: { fields: [{ field: 'chiefsAskForServices', from: !ask, to: ask }] },
    },
  ])
}
