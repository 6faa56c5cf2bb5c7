/** Enrolment, as the desk sees it: which can be given a paper that came by mail, and giving it. */
import type { EnrolmentPort, PaperEnrolment } from '../desk/cases/enrolment-port.ts'
import { decidePath } from './enrolment-paths.ts'
import { moveEnrolment } from './enrolment-state.ts'
import { type Enrolment, findForPapers, lockEnrolment } from './enrolments.store.ts'
import { checkUpload } from './papers/check-upload.ts'
import { paperText } from './papers/text.ts'
import { type PaperDeps, receivePaper } from './receive-paper.ts'
import { caseOfCvr } from './tell-staff.ts'

export function enrolmentPort(deps: PaperDeps): EnrolmentPort {
  return {
    forPaper: async (db, about) => {
      const found = await findForPapers(db, about, deps.clock.now())
      return found.flatMap((enrolment) => forPaper(enrolment) ?? [])
    },
    lockForPaper: async (trx, id) => {
      const enrolment = await lockEnrolment(trx, id, deps.clock.now())
      return enrolment && forPaper(enrolment)
    },
    check: async ({ name, bytes }, language) => {
      const checked = await checkUpload(bytes, name)
      return 'refused' in checked ? { refused: paperText[language].refused[checked.refused] } : checked
    },
    keep: async (trx, { enrolmentId, paper, by, language }) => {
      const received = await receivePaper(deps, trx, { id: enrolmentId, paper, by: { kind: 'staff', ...by } })
      return received === 'received' ? 'kept' : { refused: paperText[language].refused[received] }
    },
  }

  function forPaper(enrolment: Enrolment): PaperEnrolment | null {
    const { id, reference, cvr } = enrolment
    if (cvr === null || !moveEnrolment(enrolment, 'receive-paper', deps.clock.now()).moved) return null
    return { id, reference, cvr, once: caseOfCvr(cvr), path: decidePath(id) }
  }
}
