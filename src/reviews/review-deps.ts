/** What the pages of reviews are given besides what all of the administration is. */
import type { AdminDeps } from '../access/admin/admin-env.ts'
import type { ReportSigner } from './report.ts'

export type ReviewDeps = AdminDeps & {
  /** The key of the audit, which reports are signed with. */
  signer: ReportSigner
}
