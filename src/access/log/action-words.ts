/** An action of the log in plain words: by its own sentence, else by what was done (`unit.closed`: closed the unit). */
import { fillText } from '../../web/fill.ts'
import type { Language } from '../../web/languages.ts'
import { da, type LogWords } from './words.da.ts'
import { en } from './words.en.ts'

const words: Record<Language, LogWords> = { da, en }

/** Follows the name of who did it; `what` is the name of what it was done to, where that is known. */
export function actionSentence(language: Language, action: string, what: string | null): string {
  const { actions, kinds, verbs, unnamed, otherAction } = words[language]
  const own = textIn(actions, action)
  if (own) return fillText(own, { what: what ?? unnamed })
  const [kind = '', verb = ''] = action.split('.')
  const [noun, deed] = [textIn(kinds, kind), textIn(verbs, verb)]
  if (!noun || !deed) return fillText(otherAction, { action })
  return fillText(deed, { what: what === null ? withoutOf(noun) : `${noun} ${what}` })
}

/** Whether both languages have words for it. */
export function hasWords(action: string): boolean {
  const [kind = '', verb = ''] = action.split('.')
  return Object.values(words).every(
    ({ actions, kinds, verbs }) => textIn(actions, action) ?? (textIn(kinds, kind) && textIn(verbs, verb)),
  )
}

function textIn(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}

/** `brugerkontoen for` is of somebody; without a name it is `brugerkontoen`. */
function withoutOf(noun: string): string {
  return noun.replace(/ (for|til|of|to)$/, '')
}

/** What may be asked for: actions by subject, the commonest first. An action not among them is still in the log. */
export const actionGroups = {
  roles: [
    'role-assignment.added',
    'role-assignment.changed',
    'role-assignment.withdrawn',
    'role-assignment.restored',
    'role-assignment.excepted',
    'bundle.assigned',
    'bundle.brought-up-to-date',
    'bundle.withdrawn',
    'bundle.changed',
    'bulk-change.applied',
    'bulk-change.undone',
    'access.simulated',
  ],
  people: [
    'account.added',
    'account.changed',
    'account.activated',
    'account.corrected',
    'account.moved',
    'account.suspended',
    'account.reopened',
    'account.ended',
    'account.viewed',
    'employees.viewed',
    'person.changed',
    'identity.linked',
  ],
  logIns: ['sign-in.completed', 'sign-in.refused', 'sign-in.cancelled', 'session.ended', 'log-out.finished'],
  administration: [
    'administrator.added',
    'administrator.changed',
    'administrator.removed',
    'stand-in.added',
    'stand-in.named',
    'stand-in.changed',
    'stand-in.ended',
    'capacity.chosen',
  ],
  organisation: [
    'organisation.added',
    'organisation.changed',
    'organisation.closed',
    'organisation.reopened',
    'organisation.viewed',
    'unit.added',
    'unit.changed',
    'unit.closed',
    'unit.reopened',
    'grant.added',
    'grant.changed',
    'grant.taken-back',
  ],
  services: [
    'service.added',
    'service.changed',
    'role.added',
    'role.changed',
    'change-request.sent',
    'change-request.approved',
    'change-request.rejected',
    'change-request.withdrawn',
    'staff.added',
    'staff.removed',
  ],
  requests: [
    'access-request.submitted',
    'access-request.returned',
    'access-request.answered',
    'access-request.first-approved',
    'access-request.approved',
    'access-request.rejected',
    'access-request.withdrawn',
    'access-request.expired',
    'access-request.viewed',
  ],
  log: ['log.viewed', 'log.exported', 'audit.exported'],
} as const

export type ActionGroup = keyof typeof actionGroups

/** Actions that a choice of the filter stands for; null for one that is not of it. */
export function actionsOf(choice: string): readonly string[] | null {
  if (Object.hasOwn(actionGroups, choice)) return actionGroups[choice as ActionGroup]
  const all: readonly string[] = Object.values(actionGroups).flat()
  return all.includes(choice) ? [choice] : null
}
