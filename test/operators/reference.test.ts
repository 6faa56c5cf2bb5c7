import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { systemClock } from '../../src/base/clock.ts'
import { readConfig } from '../../src/base/config.ts'
import { randomIds } from '../../src/base/ids.ts'
import { fromRoot } from '../../src/base/root.ts'
import { applyDeps } from '../../src/commands.ts'
import { applyCommand } from '../../src/configuration/apply.command.ts'
import { applyDocument } from '../../src/configuration/apply-document.ts'
import { documentLists } from '../../src/configuration/document.ts'
import { documentSchema, fieldsPage, settingsPage } from '../../src/configuration/reference.ts'
import type { Storage } from '../../src/storage/database.ts'
import { openTestDatabase } from '../support/test-database.ts'

let storage: Storage
before(async () => {
  storage = await openTestDatabase()
})
after(() => storage.close())

const page = (name: string) => readFileSync(fromRoot('docs', 'operators', name), 'utf8')
const stale = 'run `npm run docs`'

test('the pages that are made from the program say what the program does', () => {
  assert.deepEqual(JSON.parse(page('seb-apply.schema.json')), JSON.parse(JSON.stringify(documentSchema())), stale)
  assert.equal(page('seb-apply-fields.md'), fieldsPage(), stale)
  assert.equal(page('settings.md'), settingsPage(), stale)
})

test('the example that operators start from applies with the output that its page shows, and uses every list', async () => {
  const reading = readConfig({})
  assert.ok(reading.ok)
  const secrets = { pseudonymKey: randomBytes(32), cprKeys: { encryption: randomBytes(32), hash: randomBytes(32) } }
  const deps = applyDeps({ config: reading.config, clock: systemClock, ids: randomIds, storage, secrets })
  const apply = () =>
    applyCommand(
      { apply: (request) => applyDocument(deps, request) },
      { file: fromRoot('docs', 'operators', 'example', 'seb.yaml'), dryRun: false, operator: 'grethe' },
    )
  const first = await apply()
  assert.equal(first.exitCode, 0, first.output)
  assert.ok(page('connect-a-service-and-an-identity-provider.md').includes(`\n${first.output}\n`), first.output)
  assert.equal((await apply()).output, 'Nothing to change.')
  for (const list of Object.keys(documentLists)) assert.match(page('example/seb.yaml'), new RegExp(`^${list}:`, 'm'))
})
