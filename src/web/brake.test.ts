import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brakeKey, createBrake } from './brake.ts'

function site(perMinute: number) {
  let now = 0
  const brake = createBrake({ now: () => new Date(now) }, perMinute)
  return {
    wait: (seconds: number) => {
      now += seconds * 1000
    },
    letThrough: (key: string, times: number) =>
      Array.from({ length: times }, () => brake.take(key)).filter((it) => !it).length,
    take: brake.take,
  }
}

test('everybody of a workplace may come at once, and go on coming', () => {
  const { letThrough, wait } = site(6000)
  assert.equal(letThrough('hospital', 5000), 5000)
  wait(10)
  assert.equal(letThrough('hospital', 2000), 2000)
})

test('who floods is held back, and let in again as time goes', () => {
  const { letThrough, wait, take } = site(60)
  assert.equal(letThrough('flood', 1000), 60)
  assert.equal(take('flood')?.retryAfterSeconds, 1)
  wait(5)
  assert.equal(letThrough('flood', 1000), 5)
})

test('one address never holds back another', () => {
  const { letThrough } = site(60)
  letThrough('flood', 1000)
  assert.equal(letThrough('clinic', 10), 10)
})

test('a flood is told once a minute, not once a request', () => {
  const { letThrough, take, wait } = site(60)
  letThrough('flood', 60)
  const told = () => Array.from({ length: 1000 }, () => take('flood')).filter((it) => it?.worthTelling).length
  assert.equal(told(), 1)
  wait(59)
  letThrough('flood', 59)
  assert.equal(told(), 0)
  wait(1)
  letThrough('flood', 1)
  assert.equal(told(), 1)
})

test('without a limit nobody is held back', () => {
  assert.equal(site(0).letThrough('bench', 100_000), 100_000)
})

test('a flood from ever new addresses does not fill the memory, and holds nobody back', () => {
  const { take, letThrough } = site(60)
  for (let each = 0; each < 60_000; each++) take(`10.${each >> 16}.${(each >> 8) & 255}.${each & 255}`)
  assert.equal(letThrough('clinic', 10), 10)
})

test('a household is its network, however its machines write their addresses', () => {
  assert.equal(brakeKey('2001:db8:1:2::3'), brakeKey('2001:0DB8:1:2:ffff:1:2:3'))
  assert.notEqual(brakeKey('2001:db8:1:2::3'), brakeKey('2001:db8:1:3::3'))
  assert.equal(brakeKey('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(brakeKey('2001:db8::1'), '2001:db8:0:0')
})

test('the machine itself is not held back', () => {
  for (const source of ['127.0.0.1', '::1', '::ffff:127.0.0.1', 'unknown']) assert.equal(brakeKey(source), null)
})
