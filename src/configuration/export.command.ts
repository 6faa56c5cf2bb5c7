/**
 * `seb export [FILE] [--cvr CVR | --service KEY] [--force]`, the side of the operator: writes the document where only its own user may
 * read it, or to the standard output.
 */
import { link, open, rename, rm } from 'node:fs/promises'
import type { Ids } from '../base/ids.ts'
import type { CommandResult } from '../storage/control-socket.ts'
import type { Exports } from './export-configuration.ts'

type Deps = { ids: Ids; export(): Promise<Exports>; print(text: string): Promise<void>; tell(line: string): void }

/** Where no file is named, the document alone is on the standard output: what there is to say of it is told beside it. */
export async function exportCommand(
  deps: Deps,
  { file, force }: { file: string | undefined; force: boolean },
): Promise<CommandResult> {
  if (file !== undefined) return exportToFile(deps, file, force)
  const { document, notes } = await deps.export()
  for (const note of notes) deps.tell(`! ${note}`)
  await deps.print(document)
  return { exitCode: 0, output: '' }
}

/** Written beside and put in place when it is whole: an export that fails leaves what was there before. */
async function exportToFile(deps: Deps, file: string, force: boolean): Promise<CommandResult> {
  const unfinished = `${file}.${deps.ids.uuid()}`
  const out = await open(unfinished, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => error)
  if (out instanceof Error) return { exitCode: 1, output: `${file}: cannot be written (${out.code})` }
  try {
    const { document, notes } = await deps.export()
    await out.writeFile(document)
    await out.datasync()
    // A link is refused where there is a file already, also one that came meanwhile.
    await (force ? rename(unfinished, file) : link(unfinished, file))
    return { exitCode: 0, output: [...notes.map((note) => `! ${note}`), `Written to ${file}.`].join('\n') }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { exitCode: 1, output: `${file}: is there already: give --force to write over it` }
  } finally {
    await out.close()
    await rm(unfinished, { force: true })
  }
}
