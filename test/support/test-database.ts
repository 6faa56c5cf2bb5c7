/**
 * A database of its own for each test file, in the embedded engine and in memory. The migrated data directory is made once,
 * kept beside the compiled tests under a name that follows from the migrations, and loaded from there.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { fromRoot } from '../../src/base/root.ts'
import { openStorage, type Storage } from '../../src/storage/database.ts'
import { migrate } from '../../src/storage/migrate.ts'

/** Opens a fresh, migrated and empty database, in memory or in a directory that is not there yet. Close it in `after`. */
export async function openTestDatabase(directory: string | null = null): Promise<Storage> {
  return openStorage({ engine: 'embedded', directory, image: await migratedImage() })
}

/** A dumped data directory with every migration applied. */
export async function migratedImage(): Promise<Blob> {
  const directory = fromRoot('dist', 'test-databases')
  const file = `${directory}/${await fingerprint()}.tar`
  const kept = await readFile(file).catch(() => null)
  if (kept) return new Blob([kept])
  const image = await makeImage()
  // Two test files may get here at once: a rename never shows the other a half-written file.
  await mkdir(directory, { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  await writeFile(unfinished, Buffer.from(await image.arrayBuffer()))
  await rename(unfinished, file)
  return image
}

async function makeImage(): Promise<Blob> {
  const engine = await PGlite.create()
  try {
    await migrate({
      execute: (text) => engine.exec(text),
      query: async (text) => (await engine.query<Record<string, unknown>>(text)).rows,
    })
    return await engine.dumpDataDir('none')
  } finally {
    await engine.close()
  }
}

async function fingerprint(): Promise<string> {
  const directory = fromRoot('src', 'storage', 'migrations')
  const hash = createHash('sha256').update(await readFile(fromRoot('package-lock.json')))
  for (const name of (await readdir(directory)).sort()) hash.update(name).update(await readFile(`${directory}/${name}`))
  return hash.digest('hex').slice(0, 16)
}
