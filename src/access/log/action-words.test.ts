import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fromRoot } from '../../base/root.ts'
import { actionGroups, actionSentence, hasWords } from './action-words.ts'

/** Every text in the code that names an action of the audit, wherever it is written. */
function actionsInTheCode(): string[] {
  const files = readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const code = readFileSync(fromRoot('src', file), 'utf8')
      const written = [...code.matchAll(/\baction: [^\n]*/g)].flatMap(([line]) => [
        ...line.matchAll(/'([a-z-]+\.[a-z-]+)'/g),
      ])
      const composed = [...code.matchAll(/action: `([a-z-]+)\.\$\{([^`]*)\}`/g)].flatMap(([, kind, verbs = '']) =>
        [...verbs.matchAll(/'([a-z-]+)'/g)].map(([, verb]) => ['', `${kind}.${verb}`]),
      )
      const planned = [...code.matchAll(/planItems\(\s*'([a-z-]+)'/g)].flatMap(([, kind]) =>
        ['added', 'changed', 'removed'].map((verb) => ['', `${kind}.${verb}`]),
      )
      return [...written, ...composed, ...planned].flatMap(([, action]) => action ?? [])
    })
  return [...new Set(found)].sort()
}

test('every action that SEB records has words in both languages', () => {
  const actions = actionsInTheCode()
  assert.ok(actions.includes('role-assignment.withdrawn') && actions.includes('unit.changed'))
  assert.deepEqual(
    [...actions, ...Object.values(actionGroups).flat()].filter((action) => !hasWords(action)),
    [],
  )
})

test('an action reads as a sentence after the name of who did it', () => {
  assert.equal(actionSentence('da', 'account.viewed', 'Anna Bro'), 'så på brugerkontoen for Anna Bro')
  assert.equal(actionSentence('da', 'account.viewed', null), 'så på brugerkontoen')
  assert.equal(actionSentence('en', 'sign-in.completed', 'Medicine'), 'logged in to Medicine')
})

test('an action without words is still told of, and one that is called as something every object has is none', () => {
  assert.match(actionSentence('en', 'thing.done', null), /thing\.done/)
  assert.equal(hasWords('constructor.toString'), false)
})
