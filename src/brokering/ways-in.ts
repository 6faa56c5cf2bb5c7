/** The log-ins a service takes in one request: activated ∩ enabled ∩ asked for, each kind by itself. */
import type { ListedIdentityProvider } from '../organisations/identity-provider.ts'
import type { Service } from '../services/service.ts'
import type { WayIn } from './next-step.ts'
import type { SignInRequest } from './sign-in.ts'

export function waysIn(
  service: Service,
  activated: readonly ListedIdentityProvider[],
  request: Pick<SignInRequest, 'identityProviders' | 'logInKinds'>,
): WayIn[] {
  return activated
    .filter(({ enabled }) => enabled)
    .filter(({ entityId }) => request.identityProviders?.includes(entityId) ?? true)
    .flatMap((identityProvider) =>
      identityProvider.logInKinds
        .filter((kind) => service.logInKinds.includes(kind))
        .filter((kind) => request.logInKinds?.includes(kind) ?? true)
        .map((logInKind) => ({ identityProviderId: identityProvider.id, logInKind })),
    )
}
