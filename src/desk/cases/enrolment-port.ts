/** What the desk needs of enrolment, which is a later room: to keep a signed paper that came by mail with the enrolment it is of. It is passed in. */
import type { Db, Trx } from '../../storage/database.ts'
import type { Language } from '../../web/languages.ts'

export interface PaperEnrolment {
  id: string
  reference: string
  cvr: string
  /** Names its case, and where it is decided (access/admin/case-port.ts). */
  once: string
  path: string
}

export interface CheckedPaper {
  kind: 'pdf' | 'jpeg' | 'png'
  bytes: Uint8Array
}

/** In words for whoever attaches it. */
export interface RefusedPaper {
  refused: string
}

export interface EnrolmentPort {
  /** Those of the CVR number, or named by their reference, that a paper can be kept with now. */
  forPaper(db: Db | Trx, about: { cvr: string | null; references: readonly string[] }): Promise<PaperEnrolment[]>
  /** Null where no paper can be kept with it now. Whoever else moves it waits. */
  lockForPaper(trx: Trx, id: string): Promise<PaperEnrolment | null>
  /** By what it holds, whatever it is called. */
  check(file: { name: string; bytes: Uint8Array }, language: Language): Promise<CheckedPaper | RefusedPaper>
  /** As when it is uploaded there: kept, and the enrolment moved. */
  keep(
    trx: Trx,
    paper: { enrolmentId: string; paper: CheckedPaper; by: { personId: string; source: string }; language: Language },
  ): Promise<'kept' | RefusedPaper>
}
