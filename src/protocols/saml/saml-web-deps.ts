/** What SAML's routes are given. */
import type { WebDeps } from '../../brokering/web-deps.ts'
import type { SamlDeps } from './saml-deps.ts'

export interface SamlWebDeps extends WebDeps {
  saml: SamlDeps
}
