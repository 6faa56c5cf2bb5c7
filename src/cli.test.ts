/** Organisations and numbers here are made up. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { loadSealKeys } from './audit/seal/load-seal-keys.ts'
import { createSealer } from './audit/seal/seal-events.ts'
import { systemClock } from './base/clock.ts'
import { readConfig } from './base/config.ts'
import { randomIds } from './base/ids.ts'
import { fromRoot } from './base/root.ts'
import { createCommands } from './commands.ts'
import { selfSign } from './protocols/keys/self-sign.ts'
import { listenForCommands } from './storage/control-socket.ts'
import { openStorage } from './storage/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'seb-cli-'))
after(() => rmSync(folder, { recursive: true }))
const environment = { DATA_DIR: join(folder, 'data') }

interface Run {
  exitCode: number
  stdout: string
  stderr: string
}

/** As an operator runs it, through the launcher. */
function seb(args: string[], env: Record<string, string | undefined> = environment): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [fromRoot('bin', 'seb'), ...args], { env, cwd: folder }, (error, stdout, stderr) =>
      resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

function document(name: string, content: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(content, null, 2))
  return file
}

const organisation = (cvr: string) => ({ cvr, name: 'Prøveklinikken', kind: 'general-practice' })

const key = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const certificate = (privateKey: KeyObject, until = '2049-01-01') =>
  selfSign(privateKey, {
    subject: { commonName: 'Prøve' },
    from: new Date('2020-01-01'),
    until: new Date(until),
  }).toString('base64')

function serviceMetadata(certificateBase64: string, prolog = ''): string {
  return `${prolog}<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://service.example">
    <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor>
    <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificateBase64}</ds:X509Certificate>
    </ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:AssertionConsumerService index="0"
    Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://service.example/acs"/>
    </md:SPSSODescriptor></md:EntityDescriptor>`
}

const service = (inline: string) => ({
  key: 'medicine',
  names: { da: 'Medicinkort', en: 'Medication Record' },
  shortName: 'Medicin',
  audience: 'professional',
  lowestAssurance: 'Substantial',
  access: 'role',
  metadata: { inline },
})

test('apply opens the database itself when no SEB runs, and metadata that cannot be trusted is refused', async () => {
  const expired = serviceMetadata(certificate(key(), '2021-01-01'))
  const weak = serviceMetadata(certificate(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey))
  const doctype = serviceMetadata(certificate(key()), '<!DOCTYPE x [<!ENTITY a "b">]>')
  const noKey = serviceMetadata(certificate(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey))
  const bad = [expired, weak, doctype, noKey].map((inline, index) => ({ ...service(inline), key: `service-${index}` }))
  const refused = await seb(['apply', document('bad.json', { services: bad })])
  assert.equal(refused.exitCode, 1)
  assert.match(refused.stderr, /bad.json:\d+:\d+ services\[0\].metadata.inline: .*expired on 2021-01-01/)
  assert.match(refused.stderr, /services\[1\].metadata.inline: .*1024 bits/)
  assert.match(refused.stderr, /services\[2\].metadata.inline: .*doctype/i)
  assert.match(refused.stderr, /services\[3\].metadata.inline: .*no RSA key that its answers can be encrypted for/)
  assert.match(refused.stderr, /4 mistakes. Nothing was changed.\n$/)

  const good = document('good.json', { services: [service(serviceMetadata(certificate(key())))] })
  const dry = await seb(['apply', '--dry-run', good])
  assert.equal(
    dry.stdout,
    '+ service medicine\n1 to add, 0 to change, 0 to remove. Nothing was changed: this was a dry run.\n',
  )
  assert.equal((await seb(['apply', good])).stdout, '+ service medicine\nApplied: 1 added, 0 changed, 0 removed.\n')
  assert.equal((await seb(['apply', good])).stdout, 'Nothing to change.\n')
})

test('while SEB runs, apply and export are done by it; a second SEB on the directory is told so', async () => {
  const reading = readConfig(environment)
  assert.ok(reading.ok)
  const { config } = reading
  const storage = await openStorage({ engine: 'embedded', directory: config.databaseDirectory })
  const secrets = { pseudonymKey: randomBytes(32), cprKeys: { encryption: randomBytes(32), hash: randomBytes(32) } }
  const sealKeys = await loadSealKeys(config)
  const sealer = createSealer({ db: storage.db, clock: systemClock, keys: sealKeys })
  const deps = { config, storage, clock: systemClock, ids: randomIds, secrets, sealer, sealKeys }
  const file = document('organisation.json', { organisations: [organisation('99999992')] })
  try {
    // Started before SEB listens: the command waits for it.
    const early = seb(['apply', file])
    assert.match((await seb(['migrate'])).stderr, /SEB is already running on the directory/)
    const socket = await listenForCommands(config.DATA_DIR, createCommands(deps))
    try {
      assert.match((await early).stdout, /^\+ organisation 99999992\nApplied/)
      const found = await storage.db.selectFrom('organisation').select('cvr').where('cvr', '=', '99999992').execute()
      assert.equal(found.length, 1)
      assert.equal((await seb(['apply', file])).stdout, 'Nothing to change.\n')
      const exported = await seb(['export', '--cvr', '99999992'])
      assert.deepEqual([exported.exitCode, exported.stderr], [0, ''])
      const whole = join(folder, 'whole.json')
      assert.equal((await seb(['export', whole])).stdout, `Written to ${whole}.\n`)
      assert.match((await seb(['export', whole])).stderr, /whole.json: is there already: give --force to write over it/)
      for (const text of [exported.stdout, readFileSync(whole, 'utf8')])
        assert.equal((await seb(['apply', document('exported.json', JSON.parse(text))])).stdout, 'Nothing to change.\n')
      const unknown = await seb(['export', '--cvr', '99999990'])
      assert.deepEqual(
        [unknown.exitCode, unknown.stdout, unknown.stderr],
        [1, '', 'there is no organisation with CVR 99999990\n'],
      )
      const other = await seb(['export', join(folder, 'none.json'), '--service', 'nowhere'])
      assert.equal(other.stderr, 'there is no service with the key "nowhere"\n')
      assert.ok(!readdirSync(folder).some((name) => name.startsWith('none.json')))
      assert.equal((await seb(['export', '--cvr', '99999992', '--service', 'x'])).exitCode, 2)
    } finally {
      await socket.close()
    }
  } finally {
    await storage.close()
  }
})

test('wrong arguments and wrong settings are told, not guessed at', async () => {
  assert.equal((await seb([])).exitCode, 0)
  for (const args of [['aply'], ['apply'], ['apply', 'a', 'b'], ['apply', '--force', 'a'], ['settings', 'x']])
    assert.equal((await seb(args)).exitCode, 2, args.join(' '))
  const missing = await seb(['apply', join(folder, 'none.json')])
  assert.match(missing.stderr, /none.json: cannot be read \(ENOENT\)/)
  const wrong = await seb(['apply', 'x.json'], { ...environment, PORT: 'x', HIGHEST_ASSURANCE: 'Top' })
  assert.match(wrong.stderr, /PORT: [\s\S]*HIGHEST_ASSURANCE: /)
})

test('settings are shown as they are in force, without the secrets', async () => {
  const secret = randomBytes(32).toString('base64')
  const { stdout } = await seb(['settings'], { ...environment, PORT: '4000', CPR_HASH_KEY: secret })
  assert.match(stdout, /^PORT=4000\n/)
  assert.match(stdout, /\nPUBLIC_URL=http:\/\/localhost:4000\n/)
  assert.match(stdout, /\nCPR_HASH_KEY=\(set, not shown\)\n/)
  assert.ok(!stdout.includes(secret))
})
