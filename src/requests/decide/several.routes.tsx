/** `/admin/anmodninger/flere`: several requests at once, each decided by itself as if it had been opened. */
import { type Context, Hono } from 'hono'
import { type Actor, actorOf } from '../../access/admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { may } from '../../access/may.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { type FormFields, readForm } from '../../web/form.ts'
import { decidePaths } from './decide-paths.ts'
import { type Decision, decideRequest } from './decide-request.ts'
import { readList } from './list-address.ts'
import { findQueued } from './queue.store.ts'
import { SeveralPage, SeveralResultPage } from './several.page.tsx'
import { readWords, wordsMistake } from './typed-words.ts'

/** As many as a page of the list has. */
const mostAtOnce = 50

export function severalRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(decidePaths.several, async (c) => {
    const actor = deciderOf(c, deps)
    if (!actor) return deps.notFound(c)
    const ids = (c.req.queries('om') ?? []).slice(0, mostAtOnce).flatMap((text) => readId(text) ?? [])
    const requests = await queued(deps, actor, ids)
    const list = readList(c.req.query('liste'))
    const page = { requests, list, ownPersonId: actor.personId, now: deps.clock.now() }
    return c.html(<SeveralResultPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.post(decidePaths.several, async (c) => {
    const actor = deciderOf(c, deps)
    if (!actor) return deps.notFound(c)
    const form = await readForm(c)
    const list = readList(form.get('liste'))
    const chosen = chosenIn(form)
    const step = stepOf(form.get('trin'))
    if (chosen.length === 0 || !step) {
      const query = new URLSearchParams(list)
      query.set('valg', 'ingen')
      return c.redirect(`${decidePaths.queue}?${query}`, 303)
    }
    const words = readWords(form)
    const mistake = wordsMistake(words, { needed: step.kind === 'afvis' })
    if (!step.now || mistake) {
      const requests = await queued(
        deps,
        actor,
        chosen.map(({ id }) => id),
      )
      const page = {
        requests,
        list,
        words,
        step: step.kind,
        chosen: chosen.map(({ id, version }) => `${id}:${version}`),
      }
      const shown = step.now ? mistake : null
      return c.html(<SeveralPage frame={adminFrame(c, deps)} {...page} mistake={shown} />, shown ? 422 : 200)
    }
    const decision: Decision =
      step.kind === 'godkend' ? { kind: 'approve', typed: null, exception: '', words } : { kind: 'reject', words }
    // Each by itself: what cannot be decided stops nobody else's.
    for (const { id, version } of chosen)
      await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
        decideRequest(deps, trx, actor, { id, version, decision }),
      )
    const query = new URLSearchParams(chosen.map(({ id }) => ['om', id]))
    if (list !== '') query.set('liste', list)
    return c.redirect(`${decidePaths.several}?${query}`, 303)
  })

  return routes
}

function deciderOf(c: Context<AdminEnv>, deps: AdminDeps): Actor | null {
  const actor = actorOf(c, deps)
  const organisationId = actor?.acting.organisation.id
  return actor && organisationId && may(actor.acting, 'decide-request', { organisationId }) ? actor : null
}

function queued(deps: AdminDeps, actor: Actor, ids: readonly string[]) {
  return inOrganisation(deps.db, actor.acting.organisation.id, (trx) => findQueued(trx, actor.acting.limits, ids))
}

function chosenIn(form: FormFields): { id: string; version: number }[] {
  const texts = [...new Set(form.all('valgt'))].slice(0, mostAtOnce)
  return texts.flatMap((text) => {
    const [id, version] = [readId(text.slice(0, 36)), /^:(\d{1,9})$/.exec(text.slice(36))?.[1]]
    return id && version ? [{ id, version: Number(version) }] : []
  })
}

function stepOf(text: string | null): { kind: 'godkend' | 'afvis'; now: boolean } | null {
  const [, kind, now] = /^(godkend|afvis)(-nu)?$/.exec(text ?? '') ?? []
  return kind === 'godkend' || kind === 'afvis' ? { kind, now: now !== undefined } : null
}
