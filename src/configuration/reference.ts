/** The reference pages that are made from schemas, so that they cannot say anything else than the program does. */
import { z } from 'zod'
import { requiredInProduction, settings } from '../base/config.ts'
import { configurationDocument } from './document.ts'

/** `docs/operators/seb-apply.schema.json`: what editors check the document against. */
export function documentSchema(): z.core.JSONSchema.BaseSchema {
  return {
    ...z.toJSONSchema(configurationDocument, { io: 'input' }),
    title: 'What SEB knows',
    description: 'The document that `seb apply` reads, as JSON or YAML.',
  }
}

/** `docs/operators/seb-apply-fields.md` */
export function fieldsPage(): string {
  const lists = Object.entries(documentSchema().properties ?? {}).flatMap(([name, list]) =>
    isSchema(list) && isSchema(list.items) ? [`## ${name}`, fieldsOf(list.items, '').join('\n')] : [],
  )
  return `${[fieldsIntroduction, ...lists].join('\n\n')}\n`
}

/** `docs/operators/settings.md` */
export function settingsPage(): string {
  const sections = Object.entries(settings.shape).map(([name, schema]) => {
    const initial: unknown = schema.safeParse(undefined).data
    const standard = initial === undefined ? [] : [`Default: \`${String(initial)}\`.`]
    const required = requiredInProduction.some((one) => one === name) ? [mustBeSet] : []
    return [`## ${name}`, schema.description ?? '', ...standard, ...required].join('\n\n')
  })
  return `${[settingsIntroduction, ...sections].join('\n\n')}\n`
}

type JsonSchema = z.core.JSONSchema.BaseSchema

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One line a field, those of parts under the part's own: `roles[].key`. */
function fieldsOf(schema: JsonSchema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (!isSchema(field)) return []
    const path = `${prefix}${name}`
    const must = schema.required?.includes(name) ? ', required' : ''
    const initial = shownDefault(field.default)
    const text = field.description ? `: ${field.description}` : ''
    // What may also be null has its fields in the branch that is not.
    const inner = [field, ...(field.anyOf ?? [])]
      .filter(isSchema)
      .flatMap((one) => (isSchema(one.items) ? fieldsOf(one.items, `${path}[].`) : fieldsOf(one, `${path}.`)))
    return [`- \`${path}\` (${typeOf(field)}${must}${initial})${text}`, ...inner]
  })
}

function shownDefault(value: unknown): string {
  const nothing = value === undefined || value === null || value === '' || typeof value === 'object'
  return nothing ? '' : `, default \`${String(value)}\``
}

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' or ')
  if (schema.const !== undefined) return `\`${String(schema.const)}\``
  if (schema.anyOf) {
    const kinds = schema.anyOf.filter((one) => isSchema(one) && one.type !== 'null' && one.const !== '')
    return kinds.map((one) => (isSchema(one) ? typeOf(one) : '')).join(' or ')
  }
  if (schema.type === 'array') return `list of ${isSchema(schema.items) ? typeOf(schema.items) : 'values'}`
  const type = [schema.type].flat().find((one) => one !== 'null')
  const { minimum, maximum } = schema
  if (type === 'integer' && minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER)
    return `${typeNames['integer']} from ${minimum} to ${maximum}`
  return typeNames[type ?? ''] ?? 'value'
}

const typeNames: Record<string, string> = {
  string: 'text',
  boolean: '`true` or `false`',
  integer: 'whole number',
  object: 'object',
}

const mustBeSet = 'Must be set when `PUBLIC_URL` is not loopback.'

const settingsIntroduction = `# Settings

What the environment can say. All settings are read once, at start; every mistake is listed, and with a mistake nothing
starts. \`seb settings\` prints what is in force, without the secrets.

This page is made from \`src/base/config.ts\` by \`npm run docs\`.`

const fieldsIntroduction = `# Fields of the document

Every list of the document that \`seb apply\` reads, and every field of its entries. What the whole means stands in
[seb apply](seb-apply.md); editors check it with the [JSON Schema](seb-apply.schema.json). Text made of digits (CVR
numbers, SOR codes, CPR numbers) is written in quotes.

This page is made from the schemas of the program by \`npm run docs\`.`
