/** The frame of every sandbox page: SEB’s own, and a strip that says that nothing here is real. */
import type { Child } from 'hono/jsx'
import { Layout } from '../../src/web/layout.tsx'
import type { Shell } from '../../src/web/shell.ts'
import { sandboxPaths } from '../addresses.ts'
import { sandboxText } from './text.ts'

export type SandboxPageProps = {
  readonly shell: Shell
  readonly title: string
  readonly children: Child
}

export function SandboxPage({ shell, title, children }: SandboxPageProps) {
  const text = sandboxText[shell.language]
  return (
    <Layout shell={shell} title={title}>
      <p class="sb-strip">
        <strong>{text.strip}</strong> <span>{text.madeUp}</span> <a href={sandboxPaths.overview}>{text.toOverview}</a>
      </p>
      {children}
    </Layout>
  )
}

/** Where one is: a tile with letters, a line, and a name. */
export function Place({ line, name, letters }: { line: string; name: string; letters: string }) {
  return (
    <div class="seb-towards">
      <span class="seb-tile" aria-hidden="true">
        {letters}
      </span>
      <p>
        <span class="quiet">{line}</span>
        <br />
        <strong>{name}</strong>
      </p>
    </div>
  )
}

/** Names and values side by side; under each other where there is no room. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: Child])[] }) {
  return (
    <dl class="sb-facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
