/** SEB's own names for what may be told about a person. Each protocol maps them to its own at the edge. */
export const attributeNames = [
  'fullName',
  'firstName',
  'lastName',
  'alias',
  'email',
  'cpr',
  'cprUuid',
  'age',
  'dateOfBirth',
  'cvr',
  'orgName',
  'professionalUuid',
  'rid',
  'productionUnit',
  'seNumber',
  'sor',
  'ydernummer',
  'authorizedToRepresent',
  'privileges',
  'hasUserAuthorization',
  'userAuthorizations',
] as const

export type AttributeName = (typeof attributeNames)[number]
