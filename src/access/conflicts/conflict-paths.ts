/** The addresses of the rules, in system management and for owners, and of the breaches in an organisation. Words are Danish. */
export const managedConflicts = '/forvaltning/konflikter'
export const ownedConflicts = '/tjenesteejer/konflikter'
export const breachesPath = '/admin/konflikter'

/** The pages below the list of rules. */
export const ruleBelow = {
  add: (base: string) => `${base}/ny`,
  rule: (base: string, id: string) => `${base}/${id}`,
  end: (base: string, id: string) => `${base}/${id}/ophoer`,
} as const
