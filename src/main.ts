/** `npm start`: reads the settings, starts SEB, and stops it in good order when told to. */

import { readConfig } from './base/config.ts'
import { processEnvironment } from './base/environment.ts'
import { Problem } from './base/problem.ts'
import { serve } from './serve.ts'

const reading = readConfig(processEnvironment())
if (!reading.ok) {
  console.error(
    ['SEB cannot start with these settings:', ...reading.mistakes.map((mistake) => `  ${mistake}`)].join('\n'),
  )
  process.exit(1)
}

try {
  const seb = await serve(reading.config)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void seb.stop().then(() => process.exit(0)))
  }
} catch (error) {
  console.error(error instanceof Problem ? `SEB cannot start: ${error.detail}` : error)
  process.exit(1)
}
