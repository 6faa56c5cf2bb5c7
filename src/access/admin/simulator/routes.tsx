/** `/admin/medarbejdere/:id/simulator`: what would the next log-in send, if I gave this? Nothing is kept but that it was asked. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../audit/record-events.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { type FormFields, readForm } from '../../../web/form.ts'
import { may } from '../../may.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { simulatorPath } from '../admin-paths.ts'
import { type AssignableRole, findAssignableRoles } from '../assign/assignable-roles.store.ts'
import { carriedFields } from '../assign/carried-fields.ts'
import { suggestAssignment } from '../assign/suggest-assignment.ts'
import { listUnitNumbers, type UnitNumbers } from '../assign/unit-numbers.ts'
import { type Employee, findEmployee, findNames, findUnitNames, readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { ChooseServicePage } from './choose-service.page.tsx'
import type { SimulatedWay } from './simulation.ts'
import type { Answer } from './simulation-result.tsx'
import { SimulatorPage } from './simulator.page.tsx'
import { findServicesToTry, type ServiceToTry } from './simulator.store.ts'
import {
  type CheckedQuestion,
  checkQuestion,
  readQuestion,
  rolePrefix,
  type TypedQuestion,
  usualQuestion,
} from './typed-question.ts'

export function simulatorRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(simulatorPath(':id'), async (c) => {
    const setting = await settingOf(c, deps, null)
    if (!setting) return deps.notFound(c)
    const { employee, services, service, ways, roles, units } = setting
    const frame = adminFrame(c, deps)
    if (!service) return c.html(<ChooseServicePage {...{ frame, employee, services }} />)
    const typed = usualQuestion(ways, deps.clock.now())
    return c.html(
      <SimulatorPage {...{ frame, employee, service, ways, roles, units, typed }} mistakes={[]} answer={null} />,
    )
  })

  routes.post(simulatorPath(':id'), async (c) => {
    const posted = await readForm(c)
    const roleId = readId(c.req.query('rolle'))
    const setting = await settingOf(c, deps, roleId)
    if (!setting?.service) return deps.notFound(c)
    const { actor, employee, service, ways, roles, units } = setting
    const now = deps.clock.now()
    const usual = usualQuestion(ways, now)
    const typed = readQuestion(roleId ? fromAssigning(posted, roleId) : posted, roles, {
      usual,
      units,
      suggest: (assignable) => suggestAssignment({ unitId: employee.account.unit?.id ?? null, assignable, units }, now),
    })
    const frame = adminFrame(c, deps)
    const page = { frame, employee, service, ways, roles, units, typed }
    const checked = checkQuestion(typed, { ways, now })
    if (!checked.ok) return c.html(<SimulatorPage {...page} mistakes={checked.mistakes} answer={null} />, 422)
    const answer = await answerTo(c, deps, { actor, employee, service, typed, question: checked.question })
    return answer ? c.html(<SimulatorPage {...page} mistakes={[]} answer={answer} />) : deps.notFound(c)
  })

  return routes
}

interface Setting {
  actor: Actor
  employee: Employee
  services: ServiceToTry[]
  /** Null while it is to be chosen. */
  service: ServiceToTry | null
  ways: SimulatedWay[]
  roles: AssignableRole[]
  units: UnitNumbers[]
}

/** The service is that of the address, that of the role being given, or the only one. Null: not found. */
async function settingOf(c: Context<AdminEnv>, deps: AdminDeps, roleId: string | null): Promise<Setting | null> {
  const actor = actorOf(c, deps)
  const accountId = readId(c.req.param('id'))
  if (!actor || !accountId) return null
  const { acting } = actor
  const named = c.req.query('tjeneste')
  const found = await inOrganisation(deps.db, acting.organisation.id, async (trx) => {
    const employee = await findEmployee(trx, accountId)
    if (!employee) return null
    const subject = { organisationId: acting.organisation.id, accountId, unitId: employee.account.unit?.id ?? null }
    if (!may(acting, 'simulate-access', subject)) return null
    const services = await findServicesToTry(trx, accountId, acting.limits)
    const mayGive = may(acting, 'assign-role', subject) && employee.account.status !== 'ended'
    const roles = mayGive ? await findAssignableRoles(trx, { limits: acting.limits, now: deps.clock.now() }) : []
    return { employee, services, roles, units: await listUnitNumbers(trx) }
  })
  if (!found) return null
  const { services, roles } = found
  const wanted = named ?? roles.find(({ role }) => role.id === roleId)?.service.id
  const [only, ...more] = services
  const service =
    wanted === undefined && roleId === null
      ? more.length === 0 && only
        ? only
        : null
      : services.find(({ id }) => id === wanted)
  if (service === undefined) return null
  const ways = service ? await deps.simulator.ways(service.id, acting.organisation.cvr) : []
  return { ...found, actor, service, ways, roles: roles.filter((role) => role.service.id === service?.id) }
}

/** The form that gives a role, read as this form with that one role in it. */
function fromAssigning(form: FormFields, roleId: string): FormFields {
  const prefix = rolePrefix(0)
  const inner = (name: string) => (name.startsWith(prefix) ? name.slice(prefix.length) : null)
  return {
    get: (name) => (name === `${prefix}rolle` ? roleId : form.get(inner(name) ?? '')),
    all: (name) => form.all(inner(name) ?? ''),
  }
}

type Asked = Pick<Setting, 'actor' | 'employee'> & {
  service: ServiceToTry
  typed: TypedQuestion
  question: CheckedQuestion
}

async function answerTo(c: Context<AdminEnv>, deps: AdminDeps, asked: Asked): Promise<Answer | null> {
  const { actor, employee, service, typed, question } = asked
  const { account } = employee
  // In order, as they would be given: roles are told in the order of their ids.
  const ids = question.given.map(() => deps.ids.uuid()).sort()
  const given = question.given.map((effect, place) => ({
    ...effect,
    id: ids[place] ?? '',
    accountId: account.id,
    withdrawnAt: null,
    unansweredFrom: null,
    assignedBy: actor.personId,
    reason: '',
    bundle: null,
  }))
  const simulation = await deps.simulator.simulate(
    {
      account,
      person: employee.name,
      serviceId: service.id,
      way: question.way,
      assurance: typed.level,
      at: question.at,
      given,
    },
    deps.shell(c),
  )
  if (!simulation) return null
  const assignments = simulation.roles.map(({ assignment }) => assignment)
  const organisationId = actor.acting.organisation.id
  const names = await inOrganisation(deps.db, organisationId, async (trx) => {
    await recordEvents(deps, trx, [
      {
        action: 'access.simulated',
        outcome: 'success',
        actor: { kind: 'person', id: actor.personId },
        organisationId,
        object: { kind: 'account', id: account.id },
        source: actor.source,
        details: {
          capacity: actor.acting.kind,
          service: service.id,
          at: question.at,
          roles: given.map(({ role }) => role.id),
        },
      },
    ])
    return {
      names: await findNames(
        trx,
        assignments.map(({ assignedBy }) => assignedBy),
      ),
      unitNames: await findUnitNames(
        trx,
        assignments.flatMap(({ scopes }) => Object.values(scopes).flat()),
      ),
    }
  })
  return {
    simulation,
    way: question.way,
    at: question.at,
    tried: new Set(given.map(({ id }) => id)),
    ...names,
    goOn: goOnFrom(deps, typed),
  }
}

function goOnFrom(deps: AdminDeps, { given }: TypedQuestion): Answer['goOn'] {
  const [only, ...more] = given
  if (!only || more.length > 0) return null
  const { assignable, typed } = only
  return { roleId: assignable.role.id, fields: carriedFields(assignable, typed, deps.ids.uuid()) }
}
