/** A directory that lives as long as the stack it was put on. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes an empty directory that other users may enter; it is removed when `stack` is disposed of. */
export async function temporaryDirectory(
  stack: AsyncDisposableStack,
  name: string,
  parent: string = tmpdir(),
): Promise<string> {
  const directory = await mkdtemp(join(parent, `${name}-`))
  stack.defer(() => rm(directory, { recursive: true, force: true, maxRetries: 5 }))
  await chmod(directory, 0o755)
  return directory
}
