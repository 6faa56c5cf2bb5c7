import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fromRoot } from '../src/base/root.ts'
import { fullName } from './people/persona.ts'
import { personas } from './people/personas.ts'

test('the README lists everybody in the sandbox, and nobody else', () => {
  const readme = readFileSync(fromRoot('sandbox', 'README.md'), 'utf8')
  const table = readme.slice(readme.indexOf('## The people'), readme.indexOf('## How it is built'))
  const listed = [...table.matchAll(/^\| ([^|]+?) \|/gm)].map(([, who = '']) => who.trim()).slice(2)
  assert.deepEqual(
    listed,
    personas.map((persona) => `${fullName(persona)}, ${persona.title.en}`),
  )
})
