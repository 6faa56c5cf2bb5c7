/** A stranger's file is taken for what it holds, and anything that could run, hide or grow is refused with its reason. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import type { EnrolmentFacts } from '../enrolment-facts.ts'
import { checkUpload } from './check-upload.ts'
import { largestPaper } from './uploaded-kind.ts'
import { writeEnrolmentPdf } from './write-enrolment-pdf.ts'

test('SEB’s own paper, a photograph and a scan are taken for what they are, whatever they are called', async () => {
  assert.equal(await outcome(await ownPaper(), 'papir.pdf'), 'pdf')
  assert.equal(await outcome(jpeg(), 'papir.pdf'), 'jpeg')
  assert.equal(await outcome(png(), 'scanning'), 'png')
  assert.equal(await outcome(pdf({ packed: '1 0 << /Type /Page >>' }), 'scan.txt'), 'pdf')
})

test('a picture is kept without what lies behind it', async () => {
  const archive = Buffer.from('PK\x03\x04 an archive')
  for (const picture of [jpeg(), png()]) {
    const checked = await checkUpload(Buffer.concat([picture, archive]), 'a.jpg')
    assert.ok('bytes' in checked)
    assert.deepEqual(Buffer.from(checked.bytes), picture)
  }
})

test('a picture of an iPhone has a reason of its own', async () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  assert.equal(await outcome(heic, 'IMG_0042.HEIC'), 'heic')
  assert.equal(await outcome(heic, 'IMG_0042.jpg'), 'heic')
})

test('what is nothing of the kind is refused, and said to be something else where its name says so', async () => {
  assert.equal(await outcome(Buffer.alloc(0), 'a.pdf'), 'empty')
  assert.equal(await outcome(Buffer.from('MZ\x90 a program'), 'underskrift.pdf'), 'not-what-it-says')
  assert.equal(await outcome(Buffer.from('<svg onload="alert(1)"/>'), 'underskrift.png'), 'not-what-it-says')
  assert.equal(await outcome(Buffer.from('PK\x03\x04 a document'), 'underskrift.docx'), 'unknown-kind')
  assert.equal(await outcome(Buffer.from(`\n${pdf({}).toString('latin1')}`, 'latin1'), 'a.pdf'), 'not-what-it-says')
  assert.equal(await outcome(Buffer.alloc(largestPaper + 1, '%PDF-'), 'a.pdf'), 'too-large')
})

test('a file that stops in the middle is told from one that is whole', async () => {
  for (const whole of [await ownPaper(), jpeg(), png(), pdf({})])
    for (const part of [0.4, 0.8, 0.97])
      assert.equal(await outcome(whole.subarray(0, Math.floor(whole.length * part)), 'a.pdf'), 'cut-short')
})

test('a damaged or enormous picture is not taken', async () => {
  const damaged = png()
  damaged[20] = 0xff
  assert.equal(await outcome(damaged, 'a.png'), 'unreadable')
  assert.equal(await outcome(png(60_000, 60_000), 'a.png'), 'unreadable')
  assert.equal(await outcome(jpeg(65_535, 65_535), 'a.jpg'), 'unreadable')
})

const hostile: Record<string, [string, string]> = {
  'a script': ['<< /S /JavaScript /JS (app.alert(1)) >>', 'runs-something'],
  'a script whose name is written in numbers': ['<< /S /J#61va#53cript /JS (app.alert(1)) >>', 'runs-something'],
  'a program to start': ['<< /S /Launch /F (cmd.exe) >>', 'runs-something'],
  'a form that sends itself': ['<< /S /SubmitForm /F (https://evil.example) >>', 'runs-something'],
  'a form with scripts in XML': ['<< /XFA 4 0 R >>', 'runs-something'],
  'a film': ['<< /Subtype /RichMedia >>', 'runs-something'],
  'a file within': ['<< /Type /EmbeddedFile >>', 'holds-files'],
  'a pinned file': ['<< /Subtype /FileAttachment >>', 'holds-files'],
  encryption: ['<< /Encrypt 5 0 R >>', 'encrypted'],
}

for (const [what, [object, reason]] of Object.entries(hostile))
  test(`a PDF with ${what} is refused, in the open and packed away`, async () => {
    assert.equal(await outcome(pdf({ object }), 'a.pdf'), reason)
    assert.equal(await outcome(pdf({ packed: `9 0 ${object}` }), 'a.pdf'), reason)
    assert.equal(await outcome(pdf({ packed: `9 0 ${object}`, dictionary: '/Subtype /Image' }), 'a.pdf'), reason)
  })

test('objects that are packed so that nobody sees into them are refused', async () => {
  const hidden = { packed: 'whatever' }
  const ways = {
    'another packing': '/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]',
    'a packing of one’s own': '/Type /ObjStm /Filter /FlateDecode /DecodeParms 7 0 R',
    'a dictionary within': '/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>',
    'a word in a string': '/Type /ObjStm /X (stream) /Filter /FlateDecode',
    'a type that stands elsewhere': '/Type 8 0 R /Filter /FlateDecode',
  }
  for (const [way, dictionary] of Object.entries(ways))
    assert.equal(await outcome(pdf({ ...hidden, dictionary }), 'a.pdf'), 'unreadable', way)
})

test('a PDF with something behind its end is not a PDF alone', async () => {
  const both = Buffer.concat([pdf({}), Buffer.from('PK\x03\x04 an archive')])
  assert.equal(await outcome(both, 'a.pdf'), 'more-than-a-document')
})

test('a small file that unpacks to far more than fits is given up, and so is one of crumbs', async () => {
  const bomb = deflateSync(Buffer.alloc(32 * 1024 * 1024))
  const streams = Array.from({ length: 9 }, () => stream('/Filter /FlateDecode', bomb))
  assert.equal(await outcome(document(streams), 'a.pdf'), 'unreadable')
  const crumbs = Buffer.from('stream\n'.repeat(30_000))
  assert.equal(await outcome(document([crumbs]), 'a.pdf'), 'unreadable')
})

test('names that are written in numbers are looked at so many times in a file, however it is packed', async () => {
  // Of each piece that is unpacked, less than was looked at in one; of all of them, millions.
  const packed = deflateSync(Buffer.from('/#41aaaaaaaaaaaa'.repeat(2_000_000)))
  assert.equal(await outcome(document([stream('/Filter /FlateDecode', packed)]), 'a.pdf'), 'unreadable')
})

test('any byte of a good paper may be another, and the answer is still one of those there are', async () => {
  for (const good of [jpeg(), png(), pdf({ packed: '1 0 << /Type /Page >>' })])
    for (let at = 0; at < good.length; at += 1) {
      const other = Buffer.from(good)
      other[at] = (other[at] ?? 0) ^ 0x55
      assert.match(await outcome(other, 'a.pdf'), /^[a-z-]+$/)
    }
})

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  const checked = await checkUpload(bytes, name)
  return 'refused' in checked ? checked.refused : checked.kind
}

async function ownPaper(): Promise<Buffer> {
  const facts: EnrolmentFacts = {
    language: 'da',
    title: 'Tilmelding af Lægerne ved Åen',
    reference: '4F7K92QD',
    sections: [],
    promises: { lead: '', items: [] },
    signature: { kind: 'blank', heading: 'Underskrift', lines: ['Navn'], handIn: [] },
  }
  return Buffer.from(await writeEnrolmentPdf(facts, new Date('2026-11-25T12:00:00Z')))
}

function pdf({ object = '', packed = null as string | null, dictionary = '/Type /ObjStm /N 1 /First 4' }): Buffer {
  const filtered = dictionary.includes('/Filter') ? dictionary : `${dictionary} /Filter /FlateDecode`
  const pack = packed === null ? [] : [stream(filtered, deflateSync(Buffer.from(packed)))]
  return document([Buffer.from(`3 0 obj\n<< /Type /Page >>\nendobj\n4 0 obj\n${object}\nendobj\n`), ...pack])
}

function document(parts: readonly Buffer[]): Buffer {
  const end = Buffer.from('trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n')
  return Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'), ...parts, end])
}

function stream(dictionary: string, data: Buffer): Buffer {
  const head = `7 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj\n')])
}

function png(width = 1, height = 1): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 0, 0, 0, 0], 8)
  const image = deflateSync(Buffer.from([0, 0]))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', size), chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** One grey block: a frame, a scan with a stuffed byte, and the end. */
function jpeg(width = 8, height = 8): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34]
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, ...frame, ...scan, 0xff, 0xd9])
}
