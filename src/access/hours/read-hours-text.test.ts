import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatHours } from '../../web/format-weekly-hours.ts'
import { readHoursText } from './read-hours-text.ts'

const hoursOf = (text: string) => {
  const read = readHoursText(text)
  return 'hours' in read ? read.hours : read.mistake
}

test('hours are read as people write them, in either language', () => {
  const evenings = [{ days: [1, 2, 3, 4, 5], from: '15:00', until: '23:00' }]
  for (const text of ['man-fre 15-23', 'Mandag – fredag kl. 15.00 – 23.00', 'hverdage 15:00-23:00', 'Mon-Fri 15-23'])
    assert.deepEqual(hoursOf(text), evenings, text)
  assert.deepEqual(hoursOf('ma, on og fr 7-15.30 | lør 22-07'), [
    { days: [1, 3, 5], from: '07:00', until: '15:30' },
    { days: [6], from: '22:00', until: '07:00' },
  ])
  assert.deepEqual(hoursOf('fre-man 0-24'), [{ days: [1, 5, 6, 7], from: '00:00', until: '00:00' }])
  assert.deepEqual(hoursOf('man tirs 8-16'), [{ days: [1, 2], from: '08:00', until: '16:00' }])
  assert.deepEqual(hoursOf('Altid'), null)
})

test('what SEB itself calls one time of the week is read again', () => {
  const some = [
    { days: [1, 2, 3], from: '08:30', until: '16:00' },
    { days: [1, 2, 3, 4], from: '22:00', until: '07:00' },
    { days: [7], from: '00:00', until: '00:00' },
  ]
  for (const one of some)
    for (const language of ['da', 'en'] as const)
      assert.deepEqual(hoursOf(formatHours([one], language)), [one], formatHours([one], language))
})

test('what is no hours is no guess', () => {
  for (const text of [
    '',
    'mandag',
    '15-23',
    'm 15-23',
    'mandag 25-26',
    'mandag 15-23 og lidt til',
    'mandag 15',
    'xdag 8-9',
  ])
    assert.equal(hoursOf(text), 'hours-unreadable', text)
  // A cell may hold a whole file.
  assert.equal(hoursOf('1:'.repeat(200_000)), 'hours-unreadable')
  assert.equal(hoursOf(Array.from({ length: 8 }, () => 'man 8-9').join('|')), 'hours-unreadable')
})
