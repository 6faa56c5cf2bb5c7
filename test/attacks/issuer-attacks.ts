/** Who is speaking: another registered provider, or one that only looks like the right one. (G24, A17) */
import { attacks } from './attack.ts'
import { type AttackContext, assertion, issuer, response, signature, signed } from './forge.ts'

const honest = (c: AttackContext) => signed(c, assertion(c))

/** The signed assertion of another provider must not do for this one either (G24). */
export const issuerAttacks = attacks(
  'G24',
  [
    'another registered provider signs as itself',
    'issuer-wrong',
    (c) => {
      const theirs = assertion(c, { issuer: issuer(c.otherIdp.entityId) })
      return response(c, signed(c, theirs, { key: c.otherIdp.key.privateKey }), { issuer: issuer(c.otherIdp.entityId) })
    },
  ],
  [
    'another registered provider signs as the one that was asked',
    'signature-invalid',
    (c) => response(c, signed(c, assertion(c), { key: c.otherIdp.key.privateKey })),
  ],
  [
    'an assertion of another issuer, signed by the right key',
    'issuer-wrong',
    (c) => response(c, signed(c, assertion(c, { issuer: issuer(c.otherIdp.entityId) }))),
  ],
  [
    'a Response of another issuer around the right assertion',
    'issuer-wrong',
    (c) => response(c, honest(c), { issuer: issuer(c.otherIdp.entityId) }),
  ],
  [
    'an issuer with a slash more',
    'issuer-wrong',
    (c) => response(c, signed(c, assertion(c, { issuer: issuer(`${c.idp.entityId}/`) }))),
  ],
  [
    'an issuer with a space',
    'issuer-wrong',
    (c) => response(c, signed(c, assertion(c, { issuer: issuer(`${c.idp.entityId} `) }))),
  ],
  [
    'an issuer in capitals',
    'issuer-wrong',
    (c) => response(c, signed(c, assertion(c, { issuer: issuer(c.idp.entityId.toUpperCase()) }))),
  ],
  [
    'an issuer with child elements',
    'xml-structure',
    (c) => response(c, signed(c, assertion(c, { issuer: issuer(`<saml:x></saml:x>${c.idp.entityId}`) }))),
  ],
  [
    'an issuer of another format',
    'issuer-wrong',
    (c) =>
      response(
        c,
        signed(
          c,
          assertion(c, {
            issuer: issuer(c.idp.entityId).replace(
              '>',
              ' Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">',
            ),
          }),
        ),
      ),
  ],
  [
    'two issuers',
    'signature-malformed',
    (c) =>
      response(
        c,
        signed(c, assertion(c, { issuer: issuer(c.idp.entityId) + issuer(c.otherIdp.entityId) })).replace(
          /(<ds:Signature.*<\/ds:Signature>)(<saml:Issuer>.*?<\/saml:Issuer>)/s,
          '$2$1',
        ),
      ),
  ],
  [
    'no issuer',
    'signature-malformed',
    (c) => {
      const without = assertion(c, { issuer: '' })
      return response(
        c,
        without.replace('<saml:Subject>', () => `${signature(c, without)}<saml:Subject>`),
      )
    },
  ],
)
