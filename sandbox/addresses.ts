/** Where the parties of the sandbox are found: all under SEB's own origin, so that one `npm start` is enough. */
import type { ProviderKey } from './data/providers.ts'
import type { ServiceKey } from './data/services.ts'

export const sandboxPaths = {
  /** Everybody and everything in it. */
  overview: '/sandbox',
  /** Where the next answer of a provider is broken, and a service made silent. */
  switchboard: '/sandbox/fejl',
  /** Mails that are shown instead of being sent. */
  mail: '/sandbox/mail',
} as const

export const providerPath = (key: ProviderKey) =>
  ({
    page: `/sandbox/idp/${key}`,
    metadata: `/sandbox/idp/${key}/metadata`,
    singleSignOn: `/sandbox/idp/${key}/sso`,
    /** The page with the people, once a request has been understood. */
    logIn: `/sandbox/idp/${key}/login`,
    cancel: `/sandbox/idp/${key}/afbryd`,
    singleLogout: `/sandbox/idp/${key}/slo`,
    logOut: `/sandbox/idp/${key}/logud`,
  }) as const

export const servicePath = (key: ServiceKey) =>
  ({
    page: `/sandbox/tjeneste/${key}`,
    metadata: `/sandbox/tjeneste/${key}/metadata`,
    logIn: `/sandbox/tjeneste/${key}/login`,
    acs: `/sandbox/tjeneste/${key}/acs`,
    singleLogout: `/sandbox/tjeneste/${key}/slo`,
    logOut: `/sandbox/tjeneste/${key}/logud`,
    silence: `/sandbox/tjeneste/${key}/tavs`,
  }) as const
