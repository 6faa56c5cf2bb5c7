/** What SEB does by itself, now and then: the list. No job decides anything: what is late is done a little later. */
import { bulkJob } from './access/admin/bulk/bulk.job.ts'
import { warnOrphansJob } from './access/appointments/warn-orphans.job.ts'
import { warnEndingsJob } from './access/endings/warn-endings.job.ts'
import { sealJob } from './audit/seal/seal.job.ts'
import type { Job } from './base/run-jobs.ts'
import { tidyJob } from './brokering/tidy.job.ts'
import { applyDeps, type CommandDeps } from './commands.ts'
import { refreshMetadataJob } from './configuration/refresh-metadata.job.ts'
import { casePort } from './desk/cases/case-port.ts'
import { tellDeskJob } from './desk/cases/tell-desk.job.ts'
import { receiveMailJob } from './desk/mail-in/receive-mail.job.ts'
import { attachmentKeyFrom } from './desk/mail-in/seal-attachment.ts'
import { tellOverdueJob } from './emergency/tell-overdue.job.ts'
import { lapseEnrolmentsJob } from './enrolment/lapse-enrolments.job.ts'
import { checkUpload } from './enrolment/papers/check-upload.ts'
import { type SendMailDeps, sendMailJob } from './mail/send-mail.job.ts'
import { digestJob } from './notices/digest.job.ts'
import { tellEscalatedJob } from './requests/decide/tell-escalated.job.ts'
import { lapseRequestsJob } from './requests/lapse-requests.job.ts'
import { keepRestJob, reviewBatchJob, reviewJob } from './reviews/reviews.job.ts'
import { type Board, refreshBoardJob } from './status/board.ts'
import { watchLogInsJob } from './status/measured/watch-log-ins.job.ts'
import { countLogInsJob } from './status/reach/count-log-ins.job.ts'
import { answerAsksJob } from './status/subscribe/answer-asks.job.ts'
import { type SendDeliveriesDeps, sendDeliveriesJob } from './status/subscribe/send-deliveries.job.ts'
import { statisticsJob } from './storage/statistics.job.ts'

export function createJobs(
  deps: CommandDeps & { post: SendMailDeps; statusPost: SendDeliveriesDeps; board: Board },
): readonly Job[] {
  const { storage, clock, ids, sealer, post, statusPost, config, secrets } = deps
  const telling = { db: storage.db, clock, ids, mailKey: post.mailKey, publicUrl: post.sender.publicUrl }
  const mailIn = {
    ...telling,
    log: post.log,
    desk: post.sender.desk,
    attachmentKey: attachmentKeyFrom(secrets.pseudonymKey),
    checkFile: checkUpload,
    authority: config.MAIL_IN_AUTHORITY ?? null,
  }
  const { MAIL_IN_DIRECTORY: directory } = config
  return [
    sealJob(sealer), // every second
    bulkJob(telling), // every second
    sendMailJob(post), // every five seconds
    warnEndingsJob(telling), // every ten minutes
    warnOrphansJob(telling), // every ten minutes
    lapseRequestsJob(telling), // every ten minutes
    lapseEnrolmentsJob({ ...telling, cases: casePort({ clock, ids, desk: post.sender.desk }) }), // every ten minutes
    digestJob(telling), // every minute, once a day from 7 o'clock
    tellEscalatedJob(telling), // every five minutes
    reviewBatchJob(telling), // every two seconds
    keepRestJob(telling), // every second
    reviewJob(telling), // every minute
    refreshMetadataJob(applyDeps(deps)), // every minute, those whose hour has passed
    ...(storage.engine === 'embedded' ? [statisticsJob(storage.db)] : []), // every five minutes; PostgreSQL does it by itself
    ...(directory === undefined ? [] : [receiveMailJob({ ...mailIn, directory })]), // every ten seconds
    tellDeskJob(telling), // every half minute
    tellOverdueJob(telling), // every ten minutes
    watchLogInsJob({ db: storage.db, clock, ids }), // every fifteen seconds
    refreshBoardJob(deps.board), // every five seconds
    countLogInsJob({ db: storage.db, clock }), // every minute, each hour once it is over
    answerAsksJob({ ...telling, subscribers: statusPost.subscribers }), // every two seconds
    sendDeliveriesJob(statusPost), // every second
    tidyJob({ db: storage.db, clock }), // every five minutes
  ]
}
