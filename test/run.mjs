/** `npm test`: every compiled test that needs nothing but Node.js. CI runs the rest (.ci/run). */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'

// Found by source, so that what an earlier build left behind is not run.
const sources = globSync('{src,sandbox,bench,test}/**/*.test.{ts,tsx}')
const here = sources.filter((file) => !file.startsWith('test/interop/') && !file.startsWith('test/postgres/'))
const files = here.map((file) => `dist/${file.replace(/\.tsx?$/, '.js')}`).sort()
const options = ['--test', '--enable-source-maps', `--test-concurrency=${availableParallelism()}`]
const { status } = spawnSync(process.execPath, [...options, ...files], { stdio: 'inherit' })
process.exit(status ?? 1)
