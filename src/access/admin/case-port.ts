/** What other rooms need of the service desk, which is a later room: to open a case there. It is passed in. */
import type { Trx } from '../../storage/database.ts'
import type { Language } from '../../web/languages.ts'

export const caseKinds = ['enrolment', 'new-service', 'missing-administrator', 'log-in-trouble', 'other'] as const

export type CaseKind = (typeof caseKinds)[number]

export interface NewCase {
  kind: CaseKind
  /** The one of whoever asks: it is the case’s subject and that of the mails about it. */
  subject: string
  /** What they wrote, or what SEB knows. CPR numbers are taken out. */
  words: string
  name: string
  email: string | null
  phone: string
  language: Language
  /** Known by one of them; with a CVR number only, the organisation is found by it. */
  organisationId?: string | null
  cvr?: string | null
  /** Who asks, where they are logged in. */
  byPersonId?: string | null
  serviceId?: string | null
  /** Of the log-in or refusal it is about. */
  reference?: string | null
  /** Where in SEB the matter itself is dealt with. */
  path?: string | null
  /** Names a fact that one open case is enough for: reported again, it is written in that one. */
  once?: string | null
  /** Whoever of the desk opened it for somebody who called: it is theirs. */
  takenBy?: string | null
  /** The row’s id, where a form that is sent twice is to be one case. */
  id?: string
  /** Where it came from; SEB itself where nothing is said. */
  source?: 'form' | 'mail' | 'seb' | 'desk'
}

/** `opened` is false where the case was there already. */
export interface OpenedCase {
  id: string
  reference: string
  opened: boolean
}

/** What became of what a case waits for. */
export const caseOutcomes = [
  'enrolment-approved',
  'enrolment-rejected',
  'enrolment-withdrawn',
  'enrolment-expired',
  'request-granted',
  'request-refused',
  'request-withdrawn',
] as const

export type CaseOutcome = (typeof caseOutcomes)[number]

export interface Settled {
  /** Of the case, as it was opened. */
  once: string
  outcome: CaseOutcome
  /** Of an organisation that there is now. */
  organisationId?: string | undefined
  /** Asked when the case is locked: something else of it still waits, so it stays open. */
  goesOn?: () => Promise<boolean>
}

export interface CasePort {
  /** In the transaction of what it follows from, of an organisation too. */
  open(trx: Trx, newCase: NewCase): Promise<OpenedCase>
  /** What an open case waits for has its answer: it is noted there, and the case is solved with it. Solved already, it is left alone. */
  settle(trx: Trx, settled: Settled): Promise<void>
  /** An organisation has got its chief administrator: it is noted in the cases that wait for that. */
  chiefAppointed(trx: Trx, about: { organisationId: string; byPersonId: string }): Promise<void>
}
