import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const secret = Buffer.alloc(32, 1).toString('base64')
const production = {
  PUBLIC_URL: 'https://seb.example',
  DATABASE_URL: 'postgres://seb@db/seb',
  SAML_SIGNING_KEY_FILE: '/keys/signing.pem',
  SAML_DECRYPTION_KEY_FILE: '/keys/decryption.pem',
  PSEUDONYM_KEY: secret,
  CPR_ENCRYPTION_KEY: secret,
  CPR_HASH_KEY: secret,
  AUDIT_SIGNING_KEY_FILE: '/keys/audit-signing.pem',
  MAIL_URL: 'smtps://seb:secret@mail.seb.example',
  MAIL_FROM: 'SEB <seb@seb.example>',
}

const mistakes = (environment: Record<string, string>) => {
  const reading = readConfig(environment)
  return reading.ok ? [] : reading.mistakes
}

test('with nothing set, SEB runs on localhost with the sandbox', () => {
  const reading = readConfig({})
  assert.ok(reading.ok)
  assert.equal(reading.config.publicUrl.href, 'http://localhost:3000/')
  assert.equal(reading.config.sandbox, true)
  assert.equal(reading.config.host, '127.0.0.1')
})

test('with everything set, SEB runs in the open, without the sandbox', () => {
  const reading = readConfig(production)
  assert.ok(reading.ok)
  assert.equal(reading.config.sandbox, false)
  assert.equal(reading.config.idpEntityId, 'https://seb.example/saml/metadata')
})

test('a real address without its secrets does not start, and every one that is missing is told', () => {
  const told = mistakes({ PUBLIC_URL: 'https://seb.example' })
  for (const name of Object.keys(production).filter((key) => key !== 'PUBLIC_URL')) {
    assert.ok(
      told.some((line) => line.startsWith(`${name}:`)),
      name,
    )
  }
})

test('all mistakes are listed at once', () => {
  const told = mistakes({ PORT: 'many', LOG_LEVEL: 'loud', CPR_HASH_KEY: 'short', PUBLIC_URL: 'http://seb.example' })
  assert.deepEqual(
    ['PORT', 'LOG_LEVEL', 'CPR_HASH_KEY', 'PUBLIC_URL', 'DATABASE_URL'].filter(
      (name) => !told.some((line) => line.startsWith(`${name}:`)),
    ),
    [],
  )
})

test('the sandbox cannot be switched on where people can reach it', () => {
  assert.ok(mistakes({ ...production, SANDBOX: 'on' }).some((line) => line.startsWith('SANDBOX:')))
})

test('an entity id is an absolute URI of at most 256 characters', () => {
  const told = (SAML_IDP_ENTITY_ID: string) => mistakes({ ...production, SAML_IDP_ENTITY_ID }).join()
  assert.equal(told('urn:dk:sundhed:seb'), '')
  assert.match(told('seb'), /SAML_IDP_ENTITY_ID:/)
  assert.match(told(`https://saml.seb.example/${'x'.repeat(256)}`), /SAML_IDP_ENTITY_ID:/)
})

test('an address with a path is no origin', () => {
  assert.equal(mistakes({ ...production, PUBLIC_URL: 'https://seb.example/login' }).length, 1)
})

test('hours and days of the service desk that cannot be are told', () => {
  const told = mistakes({ DESK_PHONE_HOURS: 'mandag 9-15', DESK_CLOSED_DAYS: 'juleaften' })
  assert.deepEqual(
    told.map((line) => line.split(':')[0]),
    ['DESK_PHONE_HOURS', 'DESK_CLOSED_DAYS'],
  )
})
