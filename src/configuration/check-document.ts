/**
 * Holds a document against its schema, one entry at a time: an entry with mistakes does not hide those of the others, and
 * what refers to it is not blamed for it.
 */
import type { z } from 'zod'
import { hasCprNumber } from '../base/cpr-in-text.ts'
import { isPlainText } from '../base/plain-text.ts'
import type { At, Mistake, Path } from '../storage/plan/mistake.ts'
import { documentLists, type ListName, type Part } from './document.ts'

export interface CheckedDocument {
  parts: { readonly [Name in ListName]: readonly At<Part<Name>>[] }
  /** Keys of entries that have mistakes, by list. */
  broken: Readonly<Record<ListName, Set<string>>>
  /** Whether `seb export` wrote it. */
  exported: boolean
  mistakes: Mistake[]
}

const keyFields: Partial<Record<ListName, string>> = {
  organisations: 'cvr',
  identityProviders: 'key',
  services: 'key',
  people: 'key',
}

export function checkDocument(document: unknown): CheckedDocument {
  const mistakes: Mistake[] = []
  const readable = isObject(document) && !Array.isArray(document)
  const fields = readable ? document : {}
  if (!readable) mistakes.push({ path: [], text: 'must be an object with lists such as services' })
  for (const field of Object.keys(fields))
    if (field !== '$schema' && field !== 'exported' && !Object.hasOwn(documentLists, field))
      mistakes.push({ path: [field], text: unknownField })
  const { exported = false } = fields
  if (exported !== false && exported !== true) mistakes.push({ path: ['exported'], text: 'must be true, or left out' })
  const broken: CheckedDocument['broken'] = {
    organisations: new Set(),
    identityProviders: new Set(),
    services: new Set(),
    conflicts: new Set(),
    grants: new Set(),
    bundles: new Set(),
    people: new Set(),
  }
  const list = <Name extends ListName>(name: Name): At<Part<Name>>[] => {
    const entries = fields[name] ?? []
    if (!Array.isArray(entries)) {
      mistakes.push({ path: [name], text: 'must be a list' })
      return []
    }
    return entries.flatMap((entry: unknown, index) => {
      const path = [name, index]
      const read = documentLists[name].safeParse(entry)
      if (read.success) return [{ path, value: read.data as Part<Name> }]
      mistakes.push(...read.error.issues.flatMap((issue) => explain(issue, path, entry)))
      const key = isObject(entry) ? entry[keyFields[name] ?? ''] : undefined
      if (typeof key === 'string') broken[name].add(key)
      return []
    })
  }
  const parts = {
    organisations: list('organisations'),
    identityProviders: list('identityProviders'),
    services: list('services'),
    conflicts: list('conflicts'),
    grants: list('grants'),
    bundles: list('bundles'),
    people: list('people'),
  }
  reportUnkeepable(document, [], mistakes)
  return { parts, broken, exported: exported === true, mistakes }
}

/** What people write in their own words, and the names and numbers that things are known by. */
const ownWords: readonly (string | number)[] = ['name', 'reason', 'da', 'en', 'key', 'rid', 'email']

/** Whatever a text is for, it must be possible to keep and to send; a schema sees only one field at a time. */
function reportUnkeepable(value: unknown, path: Path, mistakes: Mistake[]): void {
  if (typeof value === 'string') {
    if (!isPlainText(value)) mistakes.push({ path, text: 'holds a character that cannot be kept or sent' })
    if (ownWords.includes(path.at(-1) ?? '') && hasCprNumber(value))
      mistakes.push({ path, text: 'holds what looks like a CPR number, which is kept nowhere but under "cpr"' })
    return
  }
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) reportUnkeepable(item, [...path, index], mistakes)
  else if (isObject(value))
    for (const [name, item] of Object.entries(value)) reportUnkeepable(item, [...path, name], mistakes)
}

const unknownField = 'there is no such field'

function explain(issue: z.core.$ZodIssue, at: Path, entry: unknown): Mistake[] {
  const inside = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const path = [...at, ...inside]
  const given = inside.reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), entry)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], text: unknownField }))
    case 'invalid_type':
      if (given === undefined) return [{ path, text: 'is missing' }]
      if (issue.expected === 'string' && typeof given === 'number')
        return [{ path, text: 'must be text: put it in quotes' }]
      return [{ path, text: `must be ${typeNames[issue.expected] ?? issue.expected}` }]
    case 'invalid_value':
      return [
        { path, text: `${given === undefined ? 'is missing: ' : ''}must be ${issue.values.map(String).join(' or ')}` },
      ]
    case 'invalid_key':
      return [{ path, text: 'there is no such kind of scope' }]
    case 'invalid_union':
      return [{ path, text: 'is not a value that this field takes' }]
    default:
      return [{ path, text: issue.message }]
  }
}

const typeNames: Partial<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** Lists too: their entries are found by number. */
function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}
