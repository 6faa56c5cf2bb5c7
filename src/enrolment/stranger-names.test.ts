/** Nothing that somebody typed as a name becomes a link in a mail from SEB. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPersonName, organisationInMail } from './stranger-names.ts'

test('people are called what people are called, and no web address', () => {
  for (const name of ['Åse Ørsted-Nielsen', 'Jens P. Hansen', 'Dr.Bo Lund', "Niamh O'Brien, cand. med.", '李雷'])
    assert.equal(isPersonName(name), true, name)
  for (const name of ['', 'Log ind på https://ond.example', 'ond.example', 'www.ond', 'ond@ond', 't.co/x', 'a\\b'])
    assert.equal(isPersonName(name), false, name)
})

test('an organisation that is called as its web site is called by its number in a mail', () => {
  const cvr = '99010010'
  for (const name of ['Lægerne ved Åen I/S', 'Klinikken v/ Dr. Bo Lund', 'Praksis nr. 2 A/S'])
    assert.equal(organisationInMail({ name, cvr }), name)
  for (const name of ['Tanden.example A/S', 'Ring nu https://ond.example', 'Se t.co/x'])
    assert.equal(organisationInMail({ name, cvr }), 'CVR 99010010')
})
