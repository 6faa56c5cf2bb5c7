/** Writes a health professional's authorisations in the user authorisation profile 1.0 of the Danish health sector. */
import { Problem } from '../../../base/problem.ts'
import type { HealthAuthorisation } from '../../../brokering/attributes/claims.ts'
import { element, writeXml } from '../xml/write-xml.ts'

/** Health systems differ: some expect base64 of the document, some the document itself as text. */
export type UserAuthorizationsForm = 'base64' | 'xml'

/** The value of `UserAuthorizations`, each authorisation once. Nothing when there are none. */
export function writeUserAuthorizations(
  authorisations: readonly HealthAuthorisation[],
  form: UserAuthorizationsForm,
): string | undefined {
  const distinct = new Map(authorisations.map((one) => [`${one.code} ${one.educationCode}`, one]))
  if (distinct.size === 0) return undefined
  const xml = writeXml(element('uap:UserAuthorizationList', {}, ...[...distinct.values()].map(writeOne)))
  return form === 'xml' ? xml : Buffer.from(xml, 'utf8').toString('base64')
}

function writeOne({ code, educationCode, educationType }: HealthAuthorisation) {
  if (!/^[0-9A-Z]{5}$/.test(code) || !/^[0-9]{4}$/.test(educationCode) || educationType === '')
    throw new Problem('configuration', 'a health authorisation is not of the register’s form')
  return element(
    'uap:UserAuthorization',
    {},
    element('uap:AuthorizationCode', {}, code),
    element('uap:EducationCode', {}, educationCode),
    element('uap:EducationType', {}, educationType),
  )
}
