/**
 * What can be set for one identity provider about how it is asked and believed. The column `identity_provider.settings`
 * holds what an operator wrote. Answers that nobody asked for are never accepted, so there is no setting for them.
 */
import { z } from 'zod'

export const identityProviderSettings = z.object({
  requireEncryption: z
    .boolean()
    .default(true)
    .describe('Refuse assertions that are not encrypted. Off only for a provider that cannot encrypt.'),
  allowCbc: z
    .boolean()
    .default(false)
    .describe('Also accept AES in CBC mode, which does not protect against change. For old providers only.'),
  sendRequesterId: z
    .boolean()
    .default(true)
    .describe('Tell the provider which service the person is on the way to (SAML core §3.4.1.2 RequesterID).'),
  privileges: z
    .enum(['ignore', 'merge'])
    .default('ignore')
    .describe('Whether privileges from the provider are sent on together with those given in SEB.'),
  acceptLegacyAssuranceLevel: z
    .boolean()
    .default(false)
    .describe('Also read `dk:gov:saml:attribute:AssuranceLevel` where the provider states no NSIS level.'),
})

export type IdentityProviderSettings = z.output<typeof identityProviderSettings>
