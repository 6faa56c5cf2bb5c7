/**
 * A browser listens only once it has sent its whole form: one that is answered before, and cut off, shows an error of its own and
 * never the answer. So what is too large to be taken is thrown away as it comes, up to a limit, and then answered.
 */
import type { Context } from 'hono'

export async function drain(c: Context, most: number): Promise<void> {
  const { body } = c.req.raw
  // Of unknown length it has been read as far as it was taken; no browser sends a form so.
  if (!body || body.locked) return
  const reader = body.getReader()
  let left = most
  try {
    while (left > 0) {
      const { done, value } = await reader.read()
      if (done) return
      left -= value.length
    }
  } catch {
    // Whoever sent it has gone, and there is nobody to answer.
  }
}
