/** A case at the service desk, and what is said and done in it. */
import type { CaseKind } from '../../access/admin/case-port.ts'
import type { Language } from '../../web/languages.ts'

export const caseStates = ['new', 'in-progress', 'waiting', 'resolved'] as const

export type CaseState = (typeof caseStates)[number]

/** 1 is what patient care hangs on. */
export const priorities = [1, 2, 3, 4] as const

export type Priority = (typeof priorities)[number]

/** When the desk wants to have answered and solved it. Null: met, or nothing for the desk to do now. */
export interface Aims {
  answerBy: Date | null
  solveBy: Date | null
  /** Of the aim to solve, while the case waits for somebody else. */
  minutesLeft: number | null
}

export interface Case extends Aims {
  id: string
  reference: string
  kind: CaseKind
  state: CaseState
  priority: Priority
  source: 'form' | 'mail' | 'seb' | 'desk'
  subject: string
  organisationId: string | null
  cvr: string | null
  serviceId: string | null
  asker: { name: string; email: string | null; phone: string; personId: string | null; language: Language }
  logInReference: string | null
  path: string | null
  assigneeId: string | null
  openedAt: Date
  answeredAt: Date | null
  resolvedAt: Date | null
  updatedAt: Date
  version: number
}
