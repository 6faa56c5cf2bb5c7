/** For tests of what people are told: a mail names no person and nothing that somebody wrote, and both languages say the same. */
import assert from 'node:assert/strict'
import type { NoticeBook, NoticeWords } from '../../src/notices/notice-kind.ts'
import { placesIn } from '../../src/web/fill.ts'
import { assertSamePlaces } from './same-places.ts'

export function assertNoticeWords(book: NoticeBook): void {
  for (const { name, words, facts } of Object.values(book)) {
    assertSamePlaces({ ...words.da }, { ...words.en }, `${name}.`)
    const typed = (types: string[]) => Object.keys(facts).filter((fact) => types.includes(facts[fact] ?? ''))
    const [plain, all] = [typed(['date', 'moment', 'number']), typed(['date', 'moment', 'number', 'text'])]
    const allowed: Record<keyof NoticeWords, string[]> = {
      subject: ['organisation', 'service', ...plain],
      mail: ['organisation', 'service', 'roles', ...plain],
      shown: ['organisation', 'service', 'roles', 'person', ...all],
      link: [],
    }
    for (const [part, places] of Object.entries(allowed))
      for (const place of placesIn(words.da[part as keyof NoticeWords]))
        assert.ok(places.includes(place.slice(1, -1)), `${name}.${part} may not say ${place}`)
  }
}
