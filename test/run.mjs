/** `npm test`: every compiled test that needs nothing but Node.js. CI runs the rest (.ci/run). */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'

const elsewhere = ['dist/test/interop/', 'dist/test/postgres/']
const files = globSync('dist/**/*.test.js').filter((file) => !elsewhere.some((folder) => file.startsWith(folder)))
const options = ['--test', '--enable-source-maps', `--test-concurrency=${Math.max(2, availableParallelism())}`]
const { status } = spawnSync(process.execPath, [...options, ...files.sort()], { stdio: 'inherit' })
process.exit(status ?? 1)
