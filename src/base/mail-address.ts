/** A mail address as somebody typed it: the one way to tell whether it can be one. */
import { z } from 'zod'

const address = z.email().max(254)

/** The address; null where it cannot be one. */
export function readMailAddress(text: string): string | null {
  const parsed = address.safeParse(text.trim())
  return parsed.success ? parsed.data : null
}
