/** The addresses of the log: an organisation's own, and that of all of SEB. */
export interface LogPaths {
  log: string
  /** The chosen events as CSV. */
  csv: string
  /** POST: everything, with its seal. */
  sealed: string
  /** What is said of one account and its person. */
  about(accountId: string): string
}

const below = (log: string): LogPaths => ({
  log,
  csv: `${log}/log.csv`,
  sealed: `${log}/log.jsonl`,
  about: (accountId) => `${log}?konto=${accountId}`,
})

export const organisationLog = below('/admin/log')
/** POST: whether people are told by name who looked. */
export const tellNamesPath = `${organisationLog.log}/navne`
export const sebLog = below('/forvaltning/log')
