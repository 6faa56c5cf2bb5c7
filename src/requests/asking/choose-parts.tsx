/** What the steps of choosing have in common: which step it is, what has gone meanwhile, the search, and rows to press. */
import type { Child } from 'hono/jsx'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { Icon } from '../../web/icons.tsx'
import { askPaths } from '../request-paths.ts'
import { askText } from './text.ts'

/** What was chosen and cannot be any more. */
export type Gone = 'service' | 'role' | 'unit'

export type Stage = {
  readonly step: number
  readonly steps: number
}

export type ChoosingProps = {
  readonly frame: AdminFrame
  readonly stage: Stage
  readonly organisation: string
  readonly gone: Gone | null
}

type StepPageProps = ChoosingProps & { readonly title: string; readonly lead?: string; readonly children: Child }

export function StepPage({ frame, stage, organisation, gone, title, lead, children }: StepPageProps) {
  const { language, assets } = frame.shell
  const text = askText[language]
  return (
    <AdminLayout
      {...frame}
      title={title}
      breadcrumb={[{ name: text.title, href: askPaths.start }]}
      {...(lead && { lead })}
    >
      <p class="quiet">{fillText(text.step, { step: stage.step, steps: stage.steps })}</p>
      {gone && (
        <div class="seb-callout seb-callout--warn" role="status">
          <Icon sprite={assets.icons} name="warning" />
          <p>{fillText(text.gone[gone], { organisation })}</p>
        </div>
      )}
      {children}
    </AdminLayout>
  )
}

/** Shown where a list is longer than a glance, and when something has been searched for. */
export function ChoiceSearch({ frame, what, action, searched }: SearchProps) {
  const text = askText[frame.shell.language]
  return (
    <form class="seb-filters" method="get" action={action}>
      <div>
        <label class="form-label" for="soeg">
          {text.searchFor[what]}
        </label>
        <input class="form-input" type="search" id="soeg" name="soeg" value={searched} />
      </div>
      <button class="button button-secondary" type="submit">
        {text.search}
      </button>
    </form>
  )
}

type SearchProps = {
  readonly frame: AdminFrame
  readonly what: 'unit' | 'service' | 'role'
  readonly action: string
  readonly searched: string
}

export function NothingFound({ frame, searched }: { frame: AdminFrame; searched: string }) {
  const text = askText[frame.shell.language]
  return (
    <div class="seb-empty">
      <p class="strong">{fillText(text.noneFound, { text: searched })}</p>
      <p>{text.noneFoundNext}</p>
    </div>
  )
}

type ChoiceProps = {
  readonly frame: AdminFrame
  readonly name: string
  readonly value: string
  readonly label: string
  readonly hints: readonly string[]
}

/** A row that chooses and goes on. */
export function Choice({ frame, name, value, label, hints }: ChoiceProps) {
  return (
    <li>
      <button class="seb-way" type="submit" name={name} value={value}>
        <span>
          <b>{label}</b>
          {hints
            .filter((hint) => hint !== '')
            .map((hint) => (
              <small>{hint}</small>
            ))}
        </span>
        <Icon sprite={frame.shell.assets.icons} name="chevron-right" />
      </button>
    </li>
  )
}
