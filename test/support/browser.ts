/**
 * Chromium for tests, out of npm packages only: `@sparticuz/chromium` carries the program, its fonts and the libraries
 * (NSS, NSPR, expat) that a bare system lacks. Unpacked once per version into the temporary directory.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { fromRoot } from '../../src/base/root.ts'

/** A browser of one's own; close it when done. */
export async function startBrowser(): Promise<Browser> {
  const home = await unpackChromium()
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    // Tests run as root in containers, where Chromium's sandbox cannot; they visit loopback only. The language is that of
    // its own controls, such as the order of a date; what it asks pages for is each context's.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=en-US'],
    env: {
      ...process.env,
      HOME: home,
      FONTCONFIG_PATH: join(home, 'fonts'),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
    },
  })
}

/** The directory it stands in. Two test processes may come at once: each unpacks beside, the first to finish is kept. */
async function unpackChromium(): Promise<string> {
  const manifest = await readFile(fromRoot('node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8')
  const home = join(tmpdir(), `seb-chromium-${(JSON.parse(manifest) as { version: string }).version}`)
  if (existsSync(home)) return home
  const fresh = await mkdtemp(`${home}-`)
  const unpack = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: fromRoot(),
    // The package unpacks below TMPDIR, and its libraries only where it believes to be on a bare machine of this kind.
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  // Its own font settings look in fixed places where nothing is; without any font a page shows no text before ours are read.
  const fonts = `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>`
  await writeFile(join(fresh, 'fonts', 'fonts.conf'), `<?xml version="1.0"?>\n${fonts}\n`)
  await rename(fresh, home).catch(() => rm(fresh, { recursive: true, force: true }))
  return home
}
