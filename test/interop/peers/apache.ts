/** An Apache of its own: one address, one directory, no file of the system's Apache touched. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RunningChild, startChild } from '../../support/child-process.ts'
import { httpReady } from '../../support/http-ready.ts'

const modules = '/usr/lib/apache2/modules'

/** Starts Apache for `config` on `host:port`; `directory` takes its files, `/ready` answers when it is up. */
export async function startApache(options: {
  name: string
  directory: string
  host: string
  port: number
  /** The program's own modules: the name that Apache knows it by, and its file. */
  modules: Readonly<Record<string, string>>
  config: string
}): Promise<RunningChild> {
  const { directory, host, port } = options
  const pages = join(directory, 'htdocs')
  await mkdir(pages, { recursive: true })
  await writeFile(join(pages, 'ready'), 'ready\n')
  const common = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'mime', 'include']
  const file = join(directory, 'httpd.conf')
  await writeFile(
    file,
    [
      `ServerRoot "${directory}"`,
      `ServerName ${host}`,
      `Listen ${host}:${port}`,
      `PidFile "${directory}/apache.pid"`,
      `DefaultRuntimeDir "${directory}"`,
      `ErrorLog "${directory}/error.log"`,
      'LogLevel info',
      'TypesConfig /dev/null',
      ...common.map((module) => `LoadModule ${module}_module ${modules}/mod_${module}.so`),
      ...Object.entries(options.modules).map(([name, file]) => `LoadModule ${name} ${modules}/${file}`),
      // Started by root, Apache serves as somebody else; started by anyone else it stays who it is.
      ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
      'StartServers 1',
      'ThreadsPerChild 8',
      'MaxRequestWorkers 8',
      `DocumentRoot "${pages}"`,
      'UseCanonicalName Off',
      `<Directory "${pages}">`,
      '  Require all granted',
      '  Options +Includes',
      '</Directory>',
      'AddType text/html .shtml',
      'AddOutputFilter INCLUDES .shtml',
      options.config,
      '',
    ].join('\n'),
  )
  try {
    return await startChild({
      name: options.name,
      program: '/usr/sbin/apache2',
      args: ['-f', file, '-DFOREGROUND'],
      ready: () => httpReady(`http://${host}:${port}/ready`),
    })
  } catch (error) {
    const log = await readFile(join(directory, 'error.log'), 'utf8').catch(() => '')
    throw new Error(`Apache for ${options.name} said:\n${log}`, { cause: error })
  }
}
