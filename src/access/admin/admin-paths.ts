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
