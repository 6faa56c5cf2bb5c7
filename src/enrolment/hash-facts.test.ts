import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { EnrolmentFacts } from './enrolment-facts.ts'
import { hashFacts, writeFacts } from './hash-facts.ts'

const facts: EnrolmentFacts = {
  language: 'da',
  title: 'Tilmelding af Lægerne ved Åen',
  reference: '4F7K92QD',
  sections: [{ heading: 'Organisation', rows: [{ label: 'CVR-nummer', values: ['99010010'] }] }],
  promises: { lead: 'Med din underskrift svarer organisationen for:', items: ['at adgangen bliver fjernet'] },
  signature: { kind: 'blank', heading: 'Underskrift', lines: ['Navn', 'Dato'], handIn: [] },
}

test('what was shown has one hash, whoever makes it and in whatever order its parts come', () => {
  const { sections, language, ...others } = facts
  const written = writeFacts({ ...others, sections, language })
  assert.equal(hashFacts(written), createHash('sha256').update(writeFacts(facts)).digest('hex'))
})

test('a single other letter is another document, and a signature is no part of it', () => {
  const hash = hashFacts(writeFacts(facts))
  assert.notEqual(hashFacts(writeFacts({ ...facts, title: 'Tilmelding af Lægerne ved Aaen' })), hash)
  assert.equal(hashFacts(writeFacts({ ...facts, signature: { kind: 'signed', heading: '', rows: [] } })), hash)
})
