/** "Hvorfor?": one sentence, and the path of a right with a shape and a word for each link. Opens without scripts. */
import { fillText } from '../../web/fill.ts'
import { formatDate } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { Shell } from '../../web/shell.ts'
import type { DoorFacts } from '../roles/effective-roles.ts'
import type { AssignmentAtTheDoor } from '../roles/role-at-the-door.ts'
import { type ExplainedLink, type ExplainedRight, explainRight, type LinkKind } from './explain-right.ts'
import { explainText } from './text.ts'

export type ExplainPathProps = {
  readonly shell: Shell
  readonly facts: DoorFacts
  readonly assignment: AssignmentAtTheDoor
  /** Names that the facts do not hold. */
  readonly person: string
  readonly service: string
  /** The person who gave it, or the role they had when they did; never an id. */
  readonly givenBy: string
}

/** The sentence by itself, for a row of a list. */
function explainSentence(shell: Shell, { why }: ExplainedRight): string {
  const text = explainText[shell.language]
  return why === null ? text.holds : fillText(text.doesNotHold, { why: text.conditions[why] })
}

export function ExplainPath(props: ExplainPathProps) {
  const { shell, facts, assignment } = props
  const text = explainText[shell.language]
  const right = explainRight(facts, assignment)
  return (
    <details class="seb-why">
      <summary>{text.whyQuestion}</summary>
      <p class="seb-why__verdict">{explainSentence(shell, right)}</p>
      <ol class="seb-path plain-list">
        {right.links.map((link) => (
          <li>
            <Icon
              sprite={shell.assets.icons}
              name={link.fails.length === 0 ? 'success' : 'error'}
              class={link.fails.length === 0 ? 'ok' : 'bad'}
            />
            <span class="seb-path__k">{text.links[link.kind]}</span>
            <span>
              <b>{headlines[link.kind](props, right)}</b>
              <LinkDetail {...props} link={link} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}

const headlines: Readonly<Record<LinkKind, (props: ExplainPathProps, right: ExplainedRight) => string>> = {
  account: ({ shell, facts, person }) =>
    fillText(explainText[shell.language].accountOf, { person, organisation: facts.account.organisation.name }),
  grant: ({ shell, facts, service }) =>
    fillText(explainText[shell.language].mayUse, { organisation: facts.account.organisation.name, service }),
  bundle: ({ assignment: { bundle } }) => bundle?.name ?? '',
  role: ({ shell, assignment: { role } }) => (shell.language === 'da' ? role.nameDa : role.nameEn),
  scope: ({ shell, assignment: { scopes } }) =>
    Object.values(scopes).flat().join(', ') || explainText[shell.language].everything,
  period: ({ shell, assignment }, { endsAt }) => {
    const text = explainText[shell.language]
    const from = formatDate(assignment.validFrom, shell.language)
    // An end stands in the database as the moment after the last day.
    return endsAt
      ? fillText(text.fromUntil, { from, until: formatDate(new Date(endsAt.getTime() - 1), shell.language) })
      : fillText(text.from, { from })
  },
  'given-by': ({ givenBy }) => givenBy,
}

function LinkDetail({ shell, assignment, link }: ExplainPathProps & { link: ExplainedLink }) {
  const text = explainText[shell.language]
  if (link.fails.length > 0) return <small class="bad">{link.fails.map((why) => text.conditions[why]).join(' ')}</small>
  if (link.kind === 'role') {
    const sentence = assignment.role.requiredEducationCodes.length > 0 ? text.needsAuthorisation : text.needs
    return <small>{fillText(sentence, { level: text.levels[assignment.role.lowestAssurance] })}</small>
  }
  if (link.kind === 'given-by' && assignment.reason) return <small>{assignment.reason}</small>
  return null
}
