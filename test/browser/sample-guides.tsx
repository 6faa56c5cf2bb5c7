/** The guides in their gallery: every one of them, and what a search finds or does not. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { administratorGuide } from '../../src/guides/administrator/guide.ts'
import { GuidePage } from '../../src/guides/guide.page.tsx'
import { GuidesPage } from '../../src/guides/guides.page.tsx'
import { guides } from '../../src/guides/guides.ts'
import { searchGuides } from '../../src/guides/search-guides.ts'
import { CookiesPage } from '../../src/guides/statements/cookies.page.tsx'
import { StatementPage } from '../../src/guides/statements/statement.page.tsx'
import type { Shell } from '../../src/web/shell.ts'

const found = (query: string) => (shell: Shell) => (
  <GuidesPage shell={shell} guides={guides} search={{ query, found: searchGuides(guides, query, shell) }} />
)

const operator = {
  name: 'Sundhedsdatastyrelsen',
  dataProtectionMail: 'databeskyttelse@example.dk',
  accessibilityReviewedAt: new Date('2026-11-25T00:00:00+01:00'),
}

export const guidePages: Record<string, (shell: Shell) => JSX.Element> = {
  guides: (shell) => <GuidesPage shell={shell} guides={guides} search={null} />,
  'guides-found': found('mail'),
  'guides-none-found': found('x'.repeat(100)),
  'statement-accessibility': (shell) => <StatementPage shell={shell} about="accessibility" operator={operator} />,
  'statement-privacy': (shell) => <StatementPage shell={shell} about="privacy" operator={operator} />,
  'statement-cookies': (shell) => <CookiesPage shell={shell} session={{ idleMinutes: 30, absoluteHours: 8 }} />,
  // The longest, for all: they are one page.
  guide: (shell) => (
    <GuidePage
      shell={shell}
      guide={administratorGuide}
      others={guides.filter((guide) => guide !== administratorGuide)}
    />
  ),
}
