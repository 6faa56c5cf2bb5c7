/** The order of a document: the same whatever order the database gives rows in. */
export function by<T>(nameOf: (one: T) => string): (one: T, other: T) => number {
  return (one, other) => {
    const [name, otherName] = [nameOf(one), nameOf(other)]
    return name < otherName ? -1 : Number(name > otherName)
  }
}
