/** The addresses of the administration. Words in addresses are Danish. */
export const adminPaths = {
  home: '/admin',
  chooseCapacity: '/admin/handl-for',
  /** What people have asked for (requests/decide/). */
  requests: '/admin/anmodninger',
  employees: '/admin/medarbejdere',
  createEmployee: '/admin/medarbejdere/ny',
  administrators: '/admin/administratorer',
  appoint: '/admin/administratorer/udpeg',
  units: '/admin/enheder',
  exports: '/admin/udtraek',
  exportFile: '/admin/udtraek/hent',
  bulk: '/admin/masseaendring',
  bulkTemplate: '/admin/masseaendring/skabelon.csv',
  bulkChosen: '/admin/masseaendring/valgte',
  roles: '/admin/roller',
  bundles: '/admin/roller/pakker',
} as const

/** The page of one employee, by account. */
export function employeePath(accountId: string): string {
  return `${adminPaths.employees}/${accountId}`
}

/** Where an employee is given a role: to choose one, or the form of one. */
export function assignPath(accountId: string, roleId?: string): string {
  return `${employeePath(accountId)}/tildel${roleId === undefined ? '' : `/${roleId}`}`
}

/** What an employee's next log-in would send: to choose a service, or for one. */
export function simulatorPath(accountId: string, serviceId?: string): string {
  return `${employeePath(accountId)}/simulator${serviceId === undefined ? '' : `?tjeneste=${serviceId}`}`
}

/** The appointment of one administrator, by account. */
export function administratorPath(accountId: string): string {
  return `${adminPaths.administrators}/${accountId}`
}

/** Where a role is taken back, by its assignment. */
export function withdrawPath(accountId: string, assignmentId: string): string {
  return `${employeePath(accountId)}/roller/${assignmentId}/tag-tilbage`
}

/** Where a role that was given is changed, by its assignment. */
export function changeRolePath(accountId: string, assignmentId: string): string {
  return `${employeePath(accountId)}/roller/${assignmentId}/ret`
}

/** Where a role that ends is given anew, from the end of the assignment on. */
export function extendRolePath(accountId: string, roleId: string, assignmentId: string): string {
  return `${assignPath(accountId, roleId)}?efter=${assignmentId}`
}

/** Where an account gets another last day. */
export function extendAccountPath(accountId: string): string {
  return `${employeePath(accountId)}/forlaeng`
}

/** Where the hours of the week that an account holds in are said. */
export function accountHoursPath(accountId: string): string {
  return `${employeePath(accountId)}/tider`
}

/** Where an account is suspended, reopened or ended. */
export function accountChangePath(accountId: string, change: 'spaer' | 'aabn' | 'ophoer'): string {
  return `${employeePath(accountId)}/${change}`
}

/** Where an employee is handed over to another unit. */
export function movePath(accountId: string): string {
  return `${employeePath(accountId)}/flyt`
}

/** The page of one unit. */
export function unitPath(unitId: string): string {
  return `${adminPaths.units}/${unitId}`
}

/** Where a unit is created, below another or at the top. */
export function newUnitPath(parentId: string | null): string {
  return `${adminPaths.units}/ny${parentId === null ? '' : `?under=${parentId}`}`
}

/** Where a unit is changed, closed or reopened. */
export function unitDeedPath(unitId: string, deed: 'ret' | 'luk' | 'aabn'): string {
  return `${unitPath(unitId)}/${deed}`
}

/** One bulk change, and what is done with it. */
export function bulkPath(jobId: string, deed?: 'udfoer' | 'fortryd' | 'fejl.csv' | 'hvad'): string {
  return `${adminPaths.bulk}/${jobId}${deed === undefined ? '' : `/${deed}`}`
}

/** The page of one role. */
export function rolePath(roleId: string): string {
  return `${adminPaths.roles}/${roleId}`
}

/** Where somebody is found to give a role to. */
export function giveRolePath(roleId: string): string {
  return `${rolePath(roleId)}/giv`
}

/** Where the numbers that SEB knows an employee by are corrected. */
export function numbersPath(accountId: string): string {
  return `${employeePath(accountId)}/ret`
}

/** Where an employee is sent an invitation. */
export function invitePath(accountId: string): string {
  return `${employeePath(accountId)}/inviter`
}

export function withdrawInvitationPath(accountId: string): string {
  return `${invitePath(accountId)}/traek-tilbage`
}

/** Where a bundle of roles is made. */
export const newBundlePath = `${adminPaths.bundles}/ny`

/** The page of one bundle. */
export function bundlePath(bundleId: string): string {
  return `${adminPaths.bundles}/${bundleId}`
}

/** Where a bundle is changed or deleted. */
export function bundleDeedPath(bundleId: string, deed: 'ret' | 'omfang' | 'slet'): string {
  return `${bundlePath(bundleId)}/${deed}`
}

/** Where an employee is given a bundle, brought up to date with it, or loses it. */
export function givenBundlePath(accountId: string, bundleId: string, deed?: 'opdater' | 'tag-tilbage'): string {
  return `${employeePath(accountId)}/pakke/${bundleId}${deed === undefined ? '' : `/${deed}`}`
}

/** Who steps in while one is away oneself; it stands beside what else is one's own. */
export const ownAwayPath = '/mig/vaek'

/** Who steps in while an administrator is away. */
export function awayPath(accountId: string): string {
  return `${administratorPath(accountId)}/vaek`
}
