/** "Hvorfor?": one sentence, and the path of a right with a shape and a word for each link. Opens without scripts. */
import { fillText } from '../../web/fill.ts'
import { formatDate } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { Shell } from '../../web/shell.ts'
import type { DoorFacts } from '../roles/effective-roles.ts'
import type { AssignmentAtTheDoor } from '../roles/role-at-the-door.ts'
import { type ExplainedLink, type ExplainedRight, explainRight, type LinkKind } from './explain-right.ts'
import { hoursInWords } from './hours-in-words.ts'
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
  /** A number in a data scope → the unit that has it. */
  readonly unitNames: ReadonlyMap<string, string>
}

/** Whether it holds, and then all of the right in one sentence. */
function explainSentence(props: ExplainPathProps, right: ExplainedRight): string {
  const { shell, person, service } = props
  const text = explainText[shell.language]
  const { why } = right
  const verdict = why === null ? text.holds : fillText(text.doesNotHold, { why: text.conditions[why] })
  const values = {
    person,
    service,
    role: headlines.role(props, right),
    scope: numbersOf(props) || text.everything.toLowerCase(),
    givenBy: props.givenBy,
    until: right.endsAt
      ? fillText(text.untilDay, { day: formatDate(lastDay(right.endsAt), shell.language) })
      : text.noEnd,
  }
  return `${verdict} ${fillText(text.sentence, values)}`
}

/** An end stands in the database as the moment after the last day. */
function lastDay(end: Date): Date {
  return new Date(end.getTime() - 1)
}

export function ExplainPath(props: ExplainPathProps) {
  const { shell, facts, assignment } = props
  const text = explainText[shell.language]
  const right = explainRight(facts, assignment)
  return (
    <details class="seb-why">
      <summary>{text.whyQuestion}</summary>
      <p class="seb-why__verdict">{explainSentence(props, right)}</p>
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
  grant: ({ shell, facts, service }, { links }) => {
    const text = explainText[shell.language]
    const granted = !links.some(({ fails }) => fails.includes('service-not-granted'))
    const values = { organisation: facts.account.organisation.name, service }
    return fillText(granted ? text.mayUse : text.mayNotUse, values)
  },
  bundle: ({ assignment: { bundle } }) => bundle?.name ?? '',
  role: ({ shell, assignment: { role } }) => (shell.language === 'da' ? role.nameDa : role.nameEn),
  scope: (props) => numbersOf(props) || explainText[props.shell.language].everything,
  period: ({ shell, assignment }, { endsAt }) => {
    const text = explainText[shell.language]
    const from = formatDate(assignment.validFrom, shell.language)
    return endsAt
      ? fillText(text.fromUntil, { from, until: formatDate(lastDay(endsAt), shell.language) })
      : fillText(text.from, { from })
  },
  'given-by': ({ givenBy }) => givenBy,
}

/** What it holds for, by name where a unit of the organisation has the number. */
function numbersOf({ assignment: { scopes }, unitNames }: ExplainPathProps): string {
  return Object.values(scopes)
    .flat()
    .map((number) => {
      const name = unitNames.get(number)
      return name === undefined ? number : `${name} (${number})`
    })
    .join(', ')
}

function LinkDetail(props: ExplainPathProps & { link: ExplainedLink }) {
  const { shell, facts, assignment, link } = props
  const { grant } = facts
  const text = explainText[shell.language]
  const hours = link.kind === 'account' ? facts.account.hours : link.kind === 'period' ? assignment.hours : null
  const when = hours ? hoursInWords(hours, facts.now, shell.language) : null
  if (link.fails.length > 0)
    return (
      <small class="bad">
        {[...link.fails.map((why) => text.conditions[why]), when].filter((part) => part !== null).join(' ')}
      </small>
    )
  if (when) return <small>{when}</small>
  if (link.kind === 'grant' && grant) {
    const from = formatDate(grant.validFrom, shell.language)
    return grant.validUntil ? (
      <small>{fillText(text.fromUntil, { from, until: formatDate(lastDay(grant.validUntil), shell.language) })}</small>
    ) : (
      <small>{fillText(text.from, { from })}</small>
    )
  }
  if (link.kind === 'role') {
    const sentence = assignment.role.requiredEducationCodes.length > 0 ? text.needsAuthorisation : text.needs
    return <small>{fillText(sentence, { level: text.levels[assignment.role.lowestAssurance] })}</small>
  }
  if (link.kind === 'given-by' && assignment.reason) return <small>{assignment.reason}</small>
  return null
}
