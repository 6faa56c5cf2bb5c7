/** Names and numbers of the organisation and unit come from SEB's own register, not from what a provider wrote. */
import type { AttributeName } from '../../services/attribute.ts'
import type { AttributeRule } from './rule.ts'

export const addOrganisation: AttributeRule = (_context, claims) => {
  if (!claims.candidate) return claims
  const { account } = claims.candidate
  const attributes = new Map(claims.attributes)
  const set = (name: AttributeName, value: string | null | undefined) => {
    if (value) attributes.set(name, [value])
  }
  set('cvr', account.organisation.cvr)
  set('orgName', account.organisation.name)
  set('professionalUuid', account.professionalUuid)
  set('rid', account.rid)
  set('productionUnit', account.unit?.pNumber)
  set('sor', account.unit?.sor)
  set('ydernummer', account.unit?.ydernummer)
  return { ...claims, attributes }
}
