/**
 * Who is asking: the person behind the log-in and the organisation it speaks for, never typed. Somebody the organisation does not
 * know yet gets this far too, so that they can ask to be created.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { isOfOrganisation } from '../../access/capacities/capacity.ts'
import { may } from '../../access/may.ts'
import { readerOf } from '../../access/mine/notices/reader.ts'
import { findLogIn, findViewer, type LogIn, type Viewer } from '../../access/viewer.ts'
import { countUnread } from '../../notices/notices.store.ts'
import { hashToken } from '../../people/sessions.store.ts'
import type { Db, Trx } from '../../storage/database.ts'
import { NoOrganisationPage } from './no-organisation.page.tsx'

export interface Asker {
  logIn: LogIn
  /** Null for whoever acts for nobody here yet. */
  viewer: Viewer | null
  /** Null: SEB does not know them. */
  personId: string | null
  name: string
  organisation: AskingOrganisation
  /** In the organisation; one that has ended is none. */
  account: AskingAccount | null
  /** Names the log-in where no person does. */
  hash: string
}

export interface AskingOrganisation {
  id: string
  cvr: string
  name: string
  takesRequests: boolean
  tellsNames: boolean
}

export interface AskingAccount {
  id: string
  personId: string
  status: 'requested' | 'active' | 'suspended'
  isOver: boolean
  unitId: string | null
  unitName: string | null
}

/** Why nothing can be asked for. */
export type Hindrance = 'not-taken' | 'suspended' | 'over'

export function hindranceOf({ organisation, account }: Pick<Asker, 'organisation' | 'account'>): Hindrance | null {
  if (!organisation.takesRequests) return 'not-taken'
  if (account?.status === 'suspended') return 'suspended'
  return account?.isOver ? 'over' : null
}

/** Somebody with an account that works asks for more; everybody else for an account. */
export function isEmployed({ account }: Pick<Asker, 'account'>): boolean {
  return account?.status === 'active'
}

export interface AskEnv extends AdminEnv {
  Variables: AdminEnv['Variables'] & { asker: Asker }
}

export function requireAsker(deps: AdminDeps): MiddlewareHandler<AskEnv> {
  return async (c, next) => {
    const found = await findAsker(deps, c)
    if (found === 'log-in-needed') return deps.signIn(c)
    if (found === 'not-here') return deps.notFound(c)
    const heldBack = await deps.holdBack(c, found.personId ?? found.hash)
    if (heldBack) return heldBack
    const { asker } = found
    if (!asker) return c.html(<NoOrganisationPage shell={deps.shell(c)} isPrivate={found.isPrivate} />, 403)
    c.set('asker', asker)
    if (asker.viewer) {
      c.set('viewer', asker.viewer)
      c.set('unread', await countUnread(deps.db, readerOf(asker.viewer, deps.clock.now())))
    }
    return next()
  }
}

type Found = { personId: string | null; hash: string; asker: Asker | null; isPrivate: boolean }

async function findAsker(deps: AdminDeps, c: Context): Promise<Found | 'log-in-needed' | 'not-here'> {
  const { db, clock } = deps
  const now = clock.now()
  const limits = { limits: deps.limits.session, highestAssurance: deps.limits.highestAssurance }
  const { sessionTokenHash } = deps.visit(c)
  const logIn = await findLogIn({ db, now, ...limits }, sessionTokenHash)
  if (!logIn) return 'log-in-needed'
  const looking = await findViewer({ db, now, ...limits }, sessionTokenHash)
  const viewer = looking.kind === 'viewer' ? looking.viewer : null
  const acting = viewer && isOfOrganisation(viewer.acting) ? viewer.acting : null
  if (viewer && !(acting && may(acting, 'ask-for-access', { accountId: acting.accountId }))) return 'not-here'
  const { session, cvr } = logIn
  const personId = session.person?.id ?? null
  const common = { personId, hash: logInHash(logIn), isPrivate: cvr === null }
  const organisation = await findOrganisation(db, acting ? acting.organisation : { cvr: cvr ?? '' })
  if (!organisation) return { ...common, asker: null }
  const account = personId === null ? null : await findAskingAccount(db, { personId, organisation, now })
  const name = session.person?.name ?? session.authentication.attributes.fullName?.[0] ?? ''
  return { ...common, asker: { ...common, logIn, viewer, name, organisation, account } }
}

/** The log-in as the provider names it, for the organisation it speaks for. */
function logInHash({ session, cvr }: LogIn): string {
  const { subject, attributes } = session.authentication
  const lasting = attributes.professionalUuid?.[0] ?? attributes.rid?.[0] ?? subject.value
  return hashToken(JSON.stringify([session.identityProviderId, lasting, cvr]))
}

async function findOrganisation(db: Db, which: { id: string } | { cvr: string }): Promise<AskingOrganisation | null> {
  const select = db
    .selectFrom('organisation')
    .select(['id', 'cvr', 'name', 'takes_requests', 'tells_names'])
    .where('status', '=', 'active')
  const row = await ('id' in which
    ? select.where('id', '=', which.id)
    : select.where('cvr', '=', which.cvr)
  ).executeTakeFirst()
  return row
    ? { id: row.id, cvr: row.cvr, name: row.name, takesRequests: row.takes_requests, tellsNames: row.tells_names }
    : null
}

export async function findAskingAccount(
  db: Db | Trx,
  { personId, organisation, now }: { personId: string; organisation: { id: string }; now: Date },
): Promise<AskingAccount | null> {
  const row = await db
    .selectFrom('account')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .select([
      'account.id',
      'account.person_id',
      'account.status',
      'account.valid_until',
      'account.unit_id',
      'unit.name',
    ])
    .where('account.person_id', '=', personId)
    .where('account.organisation_id', '=', organisation.id)
    .where('account.status', '<>', 'ended')
    .orderBy((order) => order('account.status', '=', 'active'), 'desc')
    .orderBy('account.created_at', 'desc')
    .executeTakeFirst()
  if (!row || row.status === 'ended') return null
  return {
    id: row.id,
    personId: row.person_id,
    status: row.status,
    isOver: row.valid_until !== null && row.valid_until <= now,
    unitId: row.unit_id,
    unitName: row.name,
  }
}
