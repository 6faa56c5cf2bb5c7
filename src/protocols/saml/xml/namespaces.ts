/** The XML namespaces SEB reads and writes, and the one prefix it writes each of them with. */
export const ns = {
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  samlp: 'urn:oasis:names:tc:SAML:2.0:protocol',
  md: 'urn:oasis:names:tc:SAML:2.0:metadata',
  mdui: 'urn:oasis:names:tc:SAML:metadata:ui',
  mdrpi: 'urn:oasis:names:tc:SAML:metadata:rpi',
  mdattr: 'urn:oasis:names:tc:SAML:metadata:attribute',
  alg: 'urn:oasis:names:tc:SAML:metadata:algsupport',
  idpdisc: 'urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol',
  init: 'urn:oasis:names:tc:SAML:profiles:SSO:request-init',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xenc: 'http://www.w3.org/2001/04/xmlenc#',
  xenc11: 'http://www.w3.org/2009/xmlenc11#',
  ec: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  nl: 'https://data.gov.dk/eid/saml/extensions',
  bpp: 'http://digst.dk/oiosaml/basic_privilege_profile',
  bpp11: 'http://itst.dk/oiosaml/basic_privilege_profile',
  uap: 'urn:dk:healthcare:saml:user_authorization_profile:1.0',
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const

export type Prefix = keyof typeof ns
