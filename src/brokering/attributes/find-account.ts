/**
 * On whose behalf does the person act? A professional log-in names the organisation; a private one may be used only where
 * the organisation allows it. With several accounts to choose from the person chooses, but only where the choice matters.
 */
import type { Candidate } from '../../access/roles/door.store.ts'
import { accountIsActive, accountIsOpen } from '../../people/account.ts'
import { decideCandidate } from './decide-candidate.ts'
import type { AttributeRule, RuleContext, Stop, WorkingClaims } from './rule.ts'
import { refused } from './rule.ts'

export const findAccount: AttributeRule = (context, claims) => {
  const optional = context.service.access === 'authenticated'
  const known = context.candidates.filter((candidate) => speaksFor(context, claims, candidate))
  const active = known.filter(
    ({ account }) => accountIsOpen(account, context.now) && account.organisation.status === 'active',
  )
  const chosen = active.find(({ account }) => account.id === context.chosenAccountId)
  if (chosen) return { ...claims, candidate: chosen }
  const [only, ...more] = active
  if (only && more.length === 0) return { ...claims, candidate: only }
  if (only) return optional && claims.kind === 'person' ? claims : chooseBetween(context, claims, active)
  return optional ? claims : noAccount(context, claims, known)
}

function speaksFor({ statedOrganisation }: RuleContext, claims: WorkingClaims, { account }: Candidate): boolean {
  return claims.kind === 'professional'
    ? account.organisation.id === statedOrganisation?.id
    : account.organisation.allowsPrivateLogIn
}

function chooseBetween(
  context: RuleContext,
  claims: WorkingClaims,
  active: readonly Candidate[],
): WorkingClaims | Stop {
  const choices = active.map((candidate) => ({
    candidate,
    roles: decideCandidate(context, claims, candidate).filter((role) => role.fails === null),
  }))
  const useful = choices.filter(({ roles }) => roles.length > 0)
  const [single] = useful
  if (context.service.access === 'role' && single && useful.length === 1)
    return { ...claims, candidate: single.candidate }
  return { stop: 'choose-account', choices: useful.length > 1 ? useful : choices, claims }
}

function noAccount({ statedOrganisation, now }: RuleContext, claims: WorkingClaims, known: readonly Candidate[]): Stop {
  if (claims.kind === 'professional' && statedOrganisation?.status !== 'active') {
    return refused(
      claims,
      'unknown-organisation',
      statedOrganisation ? `organisation is ${statedOrganisation.status}` : 'no such organisation',
    )
  }
  // One that only its hours keep shut is the one to tell of.
  const atOtherTimes = known.find(
    ({ account }) => accountIsActive(account, now) && account.organisation.status === 'active',
  )
  if (atOtherTimes)
    return refused(
      { ...claims, candidate: atOtherTimes },
      'outside-hours',
      'the account is outside its hours of the week',
    )
  const [first] = known
  if (!first) return refused(claims, 'no-account', 'the organisation has no account for this person')
  return refused(
    { ...claims, candidate: first },
    'account-not-active',
    `account is ${first.account.status} or outside its dates`,
  )
}
