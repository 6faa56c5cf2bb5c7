/** What can be set for one service about how it is answered. The column `service.settings` holds what an operator wrote. */
import { z } from 'zod'

const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be a URI')

export const serviceSettings = z.object({
  signResponse: z
    .boolean()
    .default(false)
    .describe('Also sign the Response around the signed assertion. Some services want it; OIOSAML advises against it.'),
  encryptAssertion: z
    .boolean()
    .default(true)
    .describe(
      'Encrypt the assertion to the key in the service’s metadata. Off only for a service that cannot decrypt.',
    ),
  assertionLifetimeSeconds: z
    .int()
    .min(30)
    .max(300)
    .default(300)
    .describe('How long the service may take the assertion into use.'),
  bppVersion: z
    .enum(['1.2', '1.1'])
    .default('1.2')
    .describe('Which OIO Basic Privilege Profile the privileges are written in.'),
  nameIdFormat: z
    .enum(['persistent', 'transient'])
    .default('persistent')
    .describe('Whether the service knows the person again at the next log-in.'),
  authnContextClassRef: z
    .union([z.literal('nsis'), uri])
    .default('nsis')
    .describe('`nsis` writes the level of assurance; an older service may need one fixed URI.'),
  singleSignOn: z
    .boolean()
    .default(true)
    .describe(
      'Whether a session from another service may answer. Off: every log-in is shown to the identity provider.',
    ),
  withoutRole: z
    .enum(['page', 'empty-privileges'])
    .default('page')
    .describe('A person without a role is shown SEB’s page with the way forward, or sent on without privileges.'),
})

export type ServiceSettings = z.output<typeof serviceSettings>
