/** `seb verify-audit [FILE]`: says whether the audit in the database, or in an exported file, is as it was sealed. */
import { spawnSync } from 'node:child_process'
import { fromRoot } from '../../base/root.ts'
import type { CommandResult } from '../../storage/control-socket.ts'
import type { Verification } from './verify-audit.ts'

export function describeVerification({ findings, notes, events, heads, sealedUntil }: Verification): CommandResult {
  const size = `${events} events under ${heads} heads${sealedUntil === null ? '' : `, the last signed on ${sealedUntil}`}`
  return findings.length === 0
    ? { exitCode: 0, output: [`The audit is whole: ${size}.`, ...notes].join('\n') }
    : {
        exitCode: 1,
        output: [`The audit is NOT whole (${size}):`, ...findings.map((text) => `  ${text}`), ...notes].join('\n'),
      }
}

/** An exported file is checked by the very program that others check it with. `args` are that program's. */
export function verifyFile(args: readonly string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fromRoot('tools', 'verify-audit.mjs'), ...args], {
    encoding: 'utf8',
  })
  return { exitCode: status ?? 2, output: (stdout + stderr).trimEnd() }
}
