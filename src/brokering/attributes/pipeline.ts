/** From what an identity provider said to what a service is told: one ordered list, read aloud from top to bottom. */

import type { Refusal } from '../refusal.ts'
import { addGrantedRoles } from './add-granted-roles.ts'
import { addHealthAuthorisations } from './add-health-authorisations.ts'
import { addOrganisation } from './add-organisation.ts'
import { capAssurance } from './cap-assurance.ts'
import { dropReservedAttributes } from './drop-reserved-attributes.ts'
import { findAccount } from './find-account.ts'
import { releaseOnlyAgreed } from './release-only-agreed.ts'
import { requireAllowedOrganisation } from './require-allowed-organisation.ts'
import { requireAssurance } from './require-assurance.ts'
import { requireFreshLogIn } from './require-fresh-log-in.ts'
import { requireGrant } from './require-grant.ts'
import { requireLogInKind } from './require-log-in-kind.ts'
import { requireOnePerson } from './require-one-person.ts'
import type { AccountChoice, AttributeRule, RuleContext, WorkingClaims } from './rule.ts'

const attributePipeline: readonly AttributeRule[] = [
  dropReservedAttributes, // an identity provider may not claim what only SEB may say
  requireLogInKind, // private where private is taken, professional where professional is
  requireFreshLogIn, // a new log-in where one was asked for
  requireAllowedOrganisation, // may this provider speak for this organisation?
  requireOnePerson, // all that is said must be of the person SEB knows by this log-in
  capAssurance, // the lowest of what was said, what it may say, and what SEB may say
  requireAssurance, // low is refused, whatever was asked for upstream
  findAccount, // on whose behalf?
  requireGrant, // has the organisation been given the service?
  addGrantedRoles, // from access/, valid now
  addOrganisation, // names and numbers from SEB's own register
  addHealthAuthorisations,
  releaseOnlyAgreed, // last: nothing after this may add
]

export type Verdict =
  | { outcome: 'released'; claims: WorkingClaims }
  | { outcome: 'choose-account'; choices: readonly AccountChoice[]; claims: WorkingClaims }
  | { outcome: 'refused'; refusal: Refusal; claims: WorkingClaims }

export function runPipeline(context: RuleContext): Verdict {
  let claims = fromAuthentication(context)
  for (const rule of attributePipeline) {
    const result = rule(context, claims)
    if ('stop' in result) {
      return result.stop === 'refused'
        ? { outcome: 'refused', refusal: result.refusal, claims: result.claims }
        : { outcome: 'choose-account', choices: result.choices, claims: result.claims }
    }
    claims = result
  }
  return { outcome: 'released', claims }
}

function fromAuthentication({ authentication }: RuleContext): WorkingClaims {
  return {
    kind: authentication.kind,
    assurance: authentication.assurance,
    identityAssurance: authentication.identityAssurance,
    authenticatorAssurance: authentication.authenticatorAssurance,
    attributes: new Map(
      Object.entries(authentication.attributes) as [keyof typeof authentication.attributes, string[]][],
    ),
    privileges: [],
    authorisations: [],
    trace: [],
    candidate: null,
    decidedRoles: [],
  }
}
