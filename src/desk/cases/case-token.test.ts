import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerAddress, referenceIn, referencesIn, subjectOf } from './case-token.ts'

test('an answer names its case by the address it is to, whatever became of the subject', () => {
  const to = [answerAddress({ mail: 'desk@seb.example', caseMail: 'seb@seb.example' }, '4F7K92QD')]
  assert.deepEqual(to, ['seb+4F7K92QD@seb.example'])
  assert.equal(referenceIn({ subject: 'SV: hej', to }), '4F7K92QD')
})

test('else by its subject, however mail programs have answered and forwarded it', () => {
  const subject = subjectOf('4F7K92QD', 'Vi mangler en administrator')
  assert.equal(subject, '[SEB 4F7K92QD] Vi mangler en administrator')
  for (const said of [`SV: Re: ${subject}`, 'VS: [seb 4f7k92qd]', '[SEB-4F7K 92QD] x'])
    assert.equal(referenceIn({ subject: said, to: ['desk@seb.example'] }), '4F7K92QD')
  assert.equal(subjectOf('4F7K92QD', subject), subject)
})

test('a CVR number in the subject is no case', () => {
  assert.equal(referenceIn({ subject: 'SEB 99999901 mangler administrator', to: [] }), null)
  assert.equal(answerAddress({ mail: 'desk@seb.example', caseMail: null }, '4F7K92QD'), 'desk@seb.example')
})

test('the reference of an enrolment is found wherever it stands in a subject, with or without its space', () => {
  assert.deepEqual(referencesIn('Vedr. tilmelding: SEB 4f7k 92qd'), ['4F7K92QD'])
  assert.ok(referencesIn('Vedr 4F7K92QD').includes('4F7K92QD'))
  assert.deepEqual(referencesIn('Underskrevet papir'), [])
})
