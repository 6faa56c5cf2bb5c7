/** `seb export FILE [--force]`, the side of the operator: writes the document where only its own user may read it. */
import { open } from 'node:fs/promises'
import type { CommandResult } from '../storage/control-socket.ts'
import type { Exports } from './export-configuration.ts'

export async function exportCommand(
  deps: { export(): Promise<Exports> },
  { file, force }: { file: string; force: boolean },
): Promise<CommandResult> {
  const out = await open(file, force ? 'w' : 'wx', 0o600).catch((error: NodeJS.ErrnoException) => error)
  if (out instanceof Error) {
    const why =
      out.code === 'EEXIST' ? 'is there already: give --force to write over it' : `cannot be written (${out.code})`
    return { exitCode: 1, output: `${file}: ${why}` }
  }
  try {
    // One that is written over may have been open to others.
    await out.chmod(0o600)
    const { document, notes } = await deps.export()
    await out.writeFile(document)
    await out.datasync()
    return { exitCode: 0, output: [...notes.map((note) => `! ${note}`), `Written to ${file}.`].join('\n') }
  } finally {
    await out.close()
  }
}
