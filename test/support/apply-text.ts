/** Applies a document from text to a test database, as `seb apply` would from a file. Metadata here is only an entity id. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/base/clock.ts'
import { randomIds } from '../../src/base/ids.ts'
import { Problem } from '../../src/base/problem.ts'
import { applyCommand } from '../../src/configuration/apply.command.ts'
import { type ApplyDeps, applyDocument } from '../../src/configuration/apply-document.ts'
import type { CommandResult } from '../../src/storage/control-socket.ts'
import type { Db } from '../../src/storage/database.ts'

export const testCprKeys = { encryption: randomBytes(32), hash: randomBytes(32) }

export function testApplyDeps(db: Db): ApplyDeps {
  return {
    db,
    clock: systemClock,
    ids: randomIds,
    cprKeys: testCprKeys,
    readMetadata: (xml) => {
      const entityId = /entityID="([^"]+)"/.exec(Buffer.from(xml).toString())?.[1]
      if (!entityId) throw new Problem('configuration', 'says no entity id')
      return { entityId }
    },
    restoreMetadata: (read) => read as { entityId: string },
    fetchMetadata: async () => {
      throw new Problem('configuration', 'cannot be reached')
    },
  }
}

/** The command's answer, with the name of the file left out of it. */
export async function applyText(
  deps: ApplyDeps,
  text: string,
  options: { dryRun?: boolean; files?: Record<string, string> } = {},
): Promise<CommandResult> {
  const folder = await mkdtemp(join(tmpdir(), 'seb-apply-'))
  try {
    const file = join(folder, 'seb.yaml')
    await writeFile(file, text)
    for (const [name, content] of Object.entries(options.files ?? {})) await writeFile(join(folder, name), content)
    const result = await applyCommand(
      { apply: (request) => applyDocument(deps, request) },
      { file, dryRun: options.dryRun ?? false, operator: 'grethe' },
    )
    return { ...result, output: result.output.replaceAll(`${file}:`, '') }
  } finally {
    await rm(folder, { recursive: true })
  }
}
