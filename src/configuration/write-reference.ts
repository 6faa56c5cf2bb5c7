/** `npm run docs`: writes the reference pages anew. */
import { writeFile } from 'node:fs/promises'
import { fromRoot } from '../base/root.ts'
import { documentSchema, fieldsPage, settingsPage } from './reference.ts'

const operators = (name: string) => fromRoot('docs', 'operators', name)
await writeFile(operators('seb-apply.schema.json'), `${JSON.stringify(documentSchema(), null, 2)}\n`)
await writeFile(operators('seb-apply-fields.md'), fieldsPage())
await writeFile(operators('settings.md'), settingsPage())
