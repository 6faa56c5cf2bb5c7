/** `seb settings`: every setting, what is in force now and what it means. Secrets are not shown. */
import { type Config, type ConfigReading, secretSettings, settings } from '../base/config.ts'
import type { CommandResult } from '../storage/control-socket.ts'

export function settingsCommand(reading: ConfigReading): CommandResult {
  if (!reading.ok) return { exitCode: 1, output: reading.mistakes.join('\n') }
  const values = inForce(reading.config)
  const lines = Object.entries(settings.shape).map(([name, { description }]) => {
    const value = values[name]
    const secret = secretSettings.some((known) => known === name)
    const shown = value === undefined ? '(not set)' : secret ? '(set, not shown)' : String(value)
    return `${name}=${shown}\n    ${description}`
  })
  return { exitCode: 0, output: lines.join('\n') }
}

/** Where a setting that is not set follows from others, what follows. */
function inForce(config: Config): Record<string, unknown> {
  return {
    ...config,
    PUBLIC_URL: config.publicUrl.origin,
    HOST: config.host,
    SANDBOX: config.sandbox ? 'on' : 'off',
    SAML_IDP_ENTITY_ID: config.idpEntityId,
    SAML_SP_ENTITY_ID: config.spEntityId,
    AUDIT_HEADS_FILE: config.auditHeadsFile,
  }
}
