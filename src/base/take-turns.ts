/** Lets heavy pieces of work that came at once be done one in each turn of the event loop, so that others get in between. */

/** Returns a function to await before each piece: in the order they came, each after a turn of its own. */
export function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)))
    return last
  }
}
