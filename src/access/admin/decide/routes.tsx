/** What takes access away or gives it back: consequences first, then a reason, then the deed. */
import { type Context, Hono } from 'hono'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { fillText } from '../../../web/fill.ts'
import { readForm } from '../../../web/form.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { accountChangePath, employeePath, withdrawPath } from '../admin-paths.ts'
import { type Employee, readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { type AccountChange, changeAccount, changesFrom, findChangeable } from './change-account.ts'
import { DecisionPage } from './decision.page.tsx'
import { decideText } from './text.ts'
import { findWithdrawable, type Withdrawable, withdrawRole } from './withdraw-role.ts'

export function decideRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  const showWithdrawal = async (c: Context<AdminEnv>, reasonMissing: boolean) => {
    const asked = askedOf(c, deps)
    const assignmentId = readId(c.req.param('rolle'))
    if (!asked || !assignmentId) return deps.notFound(c)
    const { actor, accountId } = asked
    const found = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      findWithdrawable(trx, actor, { accountId, assignmentId }),
    )
    if (!found || found.right.assignment.withdrawnAt) return deps.notFound(c)
    const page = { frame: adminFrame(c, deps), employee: found.employee, reasonMissing }
    const action = withdrawPath(accountId, assignmentId)
    return c.html(<DecisionPage {...page} {...{ action }} {...withdrawalWords(c, found)} />, reasonMissing ? 422 : 200)
  }

  routes.get(withdrawPath(':id', ':rolle'), (c) => showWithdrawal(c, false))

  routes.post(withdrawPath(':id', ':rolle'), async (c) => {
    const asked = askedOf(c, deps)
    const assignmentId = readId(c.req.param('rolle'))
    const reason = await readReason(c)
    if (!asked || !assignmentId) return deps.notFound(c)
    if (reason === '') return showWithdrawal(c, true)
    const { actor, accountId } = asked
    const outcome = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      withdrawRole(deps, trx, actor, { accountId, assignmentId, reason }),
    )
    if (outcome === 'not-found') return deps.notFound(c)
    return c.redirect(`${employeePath(accountId)}?udfoert=rolle-taget-tilbage`, 303)
  })

  for (const { change, address, deed } of accountChanges) {
    const showChange = async (c: Context<AdminEnv>, reasonMissing: boolean) => {
      const asked = askedOf(c, deps)
      if (!asked) return deps.notFound(c)
      const { actor, accountId } = asked
      const employee = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
        findChangeable(trx, actor, accountId),
      )
      if (!employee || !changesFrom(employee.account.status).includes(change)) return deps.notFound(c)
      const page = { frame: adminFrame(c, deps), employee, reasonMissing }
      const action = accountChangePath(accountId, address)
      const words = changeWords(c, employee, change)
      return c.html(<DecisionPage {...page} {...{ action }} {...words} />, reasonMissing ? 422 : 200)
    }

    routes.get(accountChangePath(':id', address), (c) => showChange(c, false))

    routes.post(accountChangePath(':id', address), async (c) => {
      const asked = askedOf(c, deps)
      const reason = await readReason(c)
      if (!asked) return deps.notFound(c)
      if (reason === '') return showChange(c, true)
      const { actor, accountId } = asked
      const outcome = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
        changeAccount(deps, trx, actor, { accountId, change, reason }),
      )
      if (outcome === 'not-found') return deps.notFound(c)
      return c.redirect(`${employeePath(accountId)}?udfoert=${deed}`, 303)
    })
  }

  return routes
}

const accountChanges = [
  { change: 'suspend', address: 'spaer', deed: 'konto-spaerret' },
  { change: 'reopen', address: 'aabn', deed: 'konto-aabnet' },
  { change: 'end', address: 'ophoer', deed: 'konto-ophoert' },
] as const satisfies readonly { change: AccountChange; address: string; deed: string }[]

function askedOf(c: Context<AdminEnv>, deps: AdminDeps): { actor: Actor; accountId: string } | null {
  const actor = actorOf(c, deps)
  const accountId = readId(c.req.param('id'))
  return actor && accountId ? { actor, accountId } : null
}

async function readReason(c: Context<AdminEnv>): Promise<string> {
  return readLine((await readForm(c)).get('begrundelse'), 500)
}

function withdrawalWords(c: Context<AdminEnv>, { employee, right, left }: Withdrawable) {
  const language = c.get('language')
  const text = decideText[language].withdraw
  const { role } = right.assignment
  const values = {
    name: employee.name,
    role: language === 'da' ? role.nameDa : role.nameEn,
    service: language === 'da' ? right.service.nameDa : right.service.nameEn,
    count: left,
  }
  return {
    title: fillText(text.title, values),
    button: text.button,
    consequences: [text.loses, left === 0 ? text.last : text.left].map((sentence) => fillText(sentence, values)),
  }
}

function changeWords(c: Context<AdminEnv>, { name, account }: Employee, change: AccountChange) {
  const text = decideText[c.get('language')].account[change]
  const values = { name, organisation: account.organisation.name }
  return {
    title: fillText(text.title, values),
    button: text.button,
    consequences: text.consequences.map((sentence) => fillText(sentence, values)),
  }
}
