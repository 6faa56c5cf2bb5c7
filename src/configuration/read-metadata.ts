/** Gets the metadata that a document points to and has it read by the protocol that knows it. */
import { Problem } from '../base/problem.ts'
import { fingerprint } from '../organisations/describe-party.ts'
import type { MetadataSource, ReadMetadata } from '../organisations/document-parts.ts'
import type { Registration } from '../protocols/saml/register-party.ts'
import type { At, Report } from '../storage/plan/mistake.ts'

export interface MetadataDeps {
  /** Reads and checks; throws a Problem that says what is wrong. */
  readMetadata(xml: Uint8Array, registration: Registration): ReadMetadata
  /** Checks what an export has kept of metadata; throws a Problem that says what is wrong. `asNow`: it is registered so already. */
  restoreMetadata(read: unknown, registration: Registration & { asNow: boolean }): ReadMetadata
  fetchMetadata(address: string): Promise<Uint8Array>
}

type DocumentFiles = Readonly<Record<string, string>>

const fetchedAtOnce = 10

/**
 * Entries whose metadata cannot be used are reported and left out; their keys join `broken`. `registered` are fingerprints of the
 * metadata there is, by key.
 */
export async function readMetadataOf<Document extends { key: string; metadata: MetadataSource }>(
  deps: MetadataDeps & { files: DocumentFiles; report: Report },
  entries: readonly At<Document>[],
  registrationOf: (document: Document) => Registration,
  broken: Set<string>,
  registered: ReadonlyMap<string, string>,
): Promise<At<{ document: Document; metadata: ReadMetadata }>[]> {
  const read = new Map<At<Document>, ReadMetadata>()
  const waiting = [...entries]
  const work = async () => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      const source = entry.value.metadata
      try {
        const registration = { ...registrationOf(entry.value), entityId: source.entityId }
        const metadata = source.read
          ? deps.restoreMetadata(source.read, {
              ...registration,
              asNow: fingerprint(source.read) === registered.get(entry.value.key),
            })
          : deps.readMetadata(await bytesOf(deps, source), registration)
        read.set(entry, metadata)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        broken.add(entry.value.key)
        deps.report(
          [
            ...entry.path,
            'metadata',
            source.read ? 'read' : source.file ? 'file' : source.inline ? 'inline' : 'address',
          ],
          error.detail,
        )
      }
    }
  }
  await Promise.all(Array.from({ length: fetchedAtOnce }, work))
  return entries.flatMap((entry) => {
    const metadata = read.get(entry)
    return metadata ? [{ path: entry.path, value: { document: entry.value, metadata } }] : []
  })
}

async function bytesOf(
  deps: MetadataDeps & { files: DocumentFiles },
  { file, inline, address }: MetadataSource,
): Promise<Uint8Array> {
  if (address !== undefined) return deps.fetchMetadata(address)
  if (inline !== undefined) return Buffer.from(inline)
  const content = file === undefined ? undefined : deps.files[file]
  if (content === undefined) throw new Problem('configuration', 'this file cannot be read')
  return Buffer.from(content, 'base64')
}
