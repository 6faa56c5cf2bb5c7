/** The roles that the person's own organisation has given, as privileges within scopes; each one left out says why. */

import type { DecidedRole, FailedCondition } from '../../access/roles/effective-roles.ts'
import { scopeValues } from '../../access/roles/role-at-the-door.ts'
import type { RefusalReason } from '../refusal.ts'
import type { PrivilegeGroup } from './claims.ts'
import { decideCandidate } from './decide-candidate.ts'
import type { AttributeRule, RuleContext, WorkingClaims } from './rule.ts'
import { refused } from './rule.ts'
import { traced } from './trace.ts'

export const addGrantedRoles: AttributeRule = (context, claims) => {
  if (!claims.candidate) return claims
  const decidedRoles = decideCandidate(context, claims, claims.candidate)
  const effective = decidedRoles.filter((role) => role.fails === null)
  const explained = decidedRoles.reduce(
    (left, { assignment, fails }) =>
      traced(left, `role ${assignment.role.key}`, fails === null, fails ?? `assigned by ${assignment.assignedBy}`),
    { ...claims, decidedRoles },
  )
  if (effective.length === 0 && context.service.access === 'role' && context.service.settings.withoutRole === 'page') {
    return refused(explained, whyNone(decidedRoles), 'no role has effect')
  }
  return {
    ...explained,
    privileges: [...claims.privileges, ...effective.flatMap((role) => groupsOf(context, claims, role))],
  }
}

const endings: readonly FailedCondition[] = ['ended', 'withdrawn', 'role-not-active']

function whyNone(roles: readonly DecidedRole[]): RefusalReason {
  if (roles.some(({ fails }) => fails === 'assurance-too-low')) return 'level-too-low'
  if (roles.some(({ fails }) => fails === 'outside-hours')) return 'outside-hours'
  return roles.some(({ fails }) => fails && endings.includes(fails)) ? 'role-ended' : 'role-missing'
}

function groupsOf(context: RuleContext, { candidate }: WorkingClaims, { assignment }: DecidedRole): PrivilegeGroup[] {
  const { role } = assignment
  const constraints = role.scopes
    .filter((scope) => !(scope.kind === 'p-number' && role.privilegeScope === 'p-number'))
    .flatMap((scope) => scopeValues(assignment, scope.key).map((value) => ({ name: scope.constraintName, value })))
  return scopeUrns(context, candidate, assignment).map((scope) => ({ scope, constraints, privileges: role.privileges }))
}

/** OIO BPP scope URNs; the health authorisation form is that of SAML-H. (protocols.md B) */
function scopeUrns(
  { authorisations }: RuleContext,
  candidate: WorkingClaims['candidate'],
  { role, scopes }: DecidedRole['assignment'],
): string[] {
  switch (role.privilegeScope) {
    case 'cvr':
      return candidate ? [`urn:dk:gov:saml:cvrNumberIdentifier:${candidate.account.organisation.cvr}`] : []
    case 'p-number': {
      const keys = role.scopes.filter((scope) => scope.kind === 'p-number').map((scope) => scope.key)
      const chosen = keys.flatMap((key) => scopeValues({ scopes }, key))
      const own = candidate?.account.unit?.pNumber
      return (chosen.length > 0 ? chosen : own ? [own] : []).map(
        (number) => `urn:dk:gov:saml:productionUnitIdentifier:${number}`,
      )
    }
    case 'authorisation':
      return authorisations
        .filter(
          ({ educationCode }) =>
            role.requiredEducationCodes.length === 0 || role.requiredEducationCodes.includes(educationCode),
        )
        .map(
          ({ code, educationCode }) =>
            `urn:dk:healthcare:saml:userAuthorization:AuthorizationCode:${code}:EducationCode:${educationCode}`,
        )
  }
}
