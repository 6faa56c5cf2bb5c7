/** Opens the database, and waits for one that cannot be reached: it is often started together with SEB, or comes back soon. */
import { setTimeout } from 'node:timers/promises'
import { openStorage, type Storage, type StorageOptions } from './database.ts'

const againAfterMs = 1000

/** `whileAway` is called once, when it is not there at the first try. What is wrong with the settings is thrown. */
export async function openWhenThere(
  options: StorageOptions,
  whileAway: (why: string) => Promise<void>,
): Promise<Storage> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await openStorage(options)
    } catch (error) {
      if (options.engine !== 'postgresql' || !isAway(error)) throw error
      if (tries === 0) await whileAway(String(error))
      await setTimeout(againAfterMs)
    }
  }
}

/** Nobody answers at the address; or PostgreSQL is starting, stopping or full (its classes 57P and 53). */
const codes =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|57P0\d|53300|08\w{3})$/

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return codes.test(code) || /timeout expired|connection terminated/i.test(error.message)
}
