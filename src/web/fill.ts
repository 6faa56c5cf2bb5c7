/**
 * Puts values into texts such as `Du er på vej til {service}`. Texts are plain data, so a translator can move the
 * places about, and a test can hold the languages against each other.
 */
import type { Child } from 'hono/jsx'

/** The text with its places filled, as something a page can show; a value may be markup. */
export function fill(text: string, values: Readonly<Record<string, Child>>): Child[] {
  return parts(text).map((part) => (part.startsWith('{') ? valueFor(part, values) : part))
}

/** The text with its places filled, as a plain string: for titles and labels. */
export function fillText(text: string, values: Readonly<Record<string, string | number>>): string {
  return parts(text)
    .map((part) => (part.startsWith('{') ? String(valueFor(part, values)) : part))
    .join('')
}

/** The names of the places in a text. */
export function placesIn(text: string): string[] {
  return parts(text).filter((part) => part.startsWith('{'))
}

const parts = (text: string) => text.split(/(\{\w+\})/).filter((part) => part !== '')

function valueFor<Value>(place: string, values: Readonly<Record<string, Value>>): Value {
  const value = values[place.slice(1, -1)]
  if (value === undefined) throw new Error(`no value for ${place}`)
  return value
}
