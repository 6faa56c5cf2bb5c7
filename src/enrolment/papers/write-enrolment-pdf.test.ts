/** The paper of an enrolment, read back by a reader of PDFs that is not SEB's. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import type { EnrolmentFacts } from '../enrolment-facts.ts'
import { writeEnrolmentPdf } from './write-enrolment-pdf.ts'

const made = new Date('2026-11-25T12:36:00Z')
const longName = 'Øjenklinikken og Fødeafdelingens Ærø-Ambulatorium ved Åen, Store Ågade 12, 1. sal'
const facts: EnrolmentFacts = {
  language: 'da',
  title: `Tilmelding af ${longName}`,
  reference: '4F7K92QD',
  sections: [
    {
      heading: 'Personer',
      rows: [{ label: 'Overbrugeradministrator', values: ['Žofia Łukasz', 'zofia@klinik.example'] }],
    },
    { heading: 'Tjenester', rows: [{ label: 'DNHF', values: ['Henviser', 'Læseadgang'] }] },
  ],
  promises: {
    lead: 'Med underskriften svarer I for:',
    items: ['at adgangen bliver fjernet, når en medarbejder stopper'],
  },
  signature: {
    kind: 'blank',
    heading: 'Underskrift',
    lines: ['Navn med blokbogstaver', 'Dato'],
    handIn: ['Læg alle sider op på https://seb.example/tilmeld'],
  },
}

test('the paper to be signed says everything, has lines to sign on and tells how to send it', async () => {
  const { text } = await read(await writeEnrolmentPdf(facts, made))
  const said = [
    '4F7K 92QD',
    longName,
    'Žofia Łukasz',
    'Henviser',
    'når en medarbejder stopper',
    'Navn med blokbogstaver',
  ]
  for (const words of [...said, 'https://seb.example/tilmeld', '25. nov. 2026 kl. 13.36'])
    assert.ok(text.includes(words), words)
})

test('the signed paper says who signed and what can be compared, and is the same file each time', async () => {
  const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
  const rows = [
    { label: 'Underskrevet af', values: ['Henrik Lund'] },
    { label: 'Aftryk', values: [hash] },
  ]
  const signature = { kind: 'signed', heading: 'Underskrevet i SEB', rows } as const
  const bytes = await writeEnrolmentPdf({ ...facts, signature }, made)
  assert.deepEqual(await writeEnrolmentPdf({ ...facts, signature }, made), bytes)
  const { text } = await read(bytes)
  assert.match(text, /Underskrevet i SEB .*Underskrevet af Henrik Lund/)
  assert.ok(text.replaceAll(' ', '').includes(hash))
  assert.doesNotMatch(text, /blokbogstaver/)
})

test('it is tagged, has a title and a language, and every page its number', async () => {
  const many = { label: 'Tjeneste', values: Array.from({ length: 90 }, (_, at) => `Rolle nummer ${at + 1}`) }
  const english = { ...facts, language: 'en', sections: [{ heading: 'Services', rows: [many] }] } as const
  const { document, text, pages } = await read(await writeEnrolmentPdf(english, made))
  const { info } = await getMeta(document)
  assert.equal(info.Title, facts.title)
  assert.equal(info.Language, 'en-GB')
  assert.deepEqual(await document.getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false })
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree())
  for (const role of ['H1', 'H2', 'LI', 'LBody']) assert.ok(tree.includes(`"role":"${role}"`), role)
  assert.ok(pages > 2)
  for (let page = 1; page <= pages; page += 1) assert.ok(text.includes(`Page ${page} of ${pages}`), `page ${page}`)
})

/** The reader takes the bytes away from whoever gives them. */
async function read(bytes: Uint8Array) {
  const document = await getDocumentProxy(bytes.slice())
  const { text, totalPages } = await extractText(document, { mergePages: true })
  return { document, text: text.replace(/\s+/g, ' '), pages: totalPages }
}
