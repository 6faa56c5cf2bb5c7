/** The addresses of the administration. Words in addresses are Danish. */
export const adminPaths = {
  home: '/admin',
  chooseCapacity: '/admin/handl-for',
  employees: '/admin/medarbejdere',
  administrators: '/admin/administratorer',
  appoint: '/admin/administratorer/udpeg',
} as const

/** The page of one employee, by account. */
export function employeePath(accountId: string): string {
  return `${adminPaths.employees}/${accountId}`
}

/** Where an employee is given a role: to choose one, or the form of one. */
export function assignPath(accountId: string, roleId?: string): string {
  return `${employeePath(accountId)}/tildel${roleId === undefined ? '' : `/${roleId}`}`
}

/** The appointment of one administrator, by account. */
export function administratorPath(accountId: string): string {
  return `${adminPaths.administrators}/${accountId}`
}
