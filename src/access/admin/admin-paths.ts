/** The addresses of the administration. Words in addresses are Danish. */
export const adminPaths = {
  home: '/admin',
  chooseCapacity: '/admin/handl-for',
  employees: '/admin/medarbejdere',
} as const

/** The page of one employee, by account. */
export function employeePath(accountId: string): string {
  return `${adminPaths.employees}/${accountId}`
}

/** Where an employee is given a role: to choose one, or the form of one. */
export function assignPath(accountId: string, roleId?: string): string {
  return `${employeePath(accountId)}/tildel${roleId === undefined ? '' : `/${roleId}`}`
}
