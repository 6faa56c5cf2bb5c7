/** The only place that looks at the process's environment. */
export function processEnvironment(): Record<string, string | undefined> {
  return process.env
}
