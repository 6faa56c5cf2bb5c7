/** For security officers and authorised signatories: new services, and seeing that all is well. */
import { adminPaths } from '../../access/admin/admin-paths.ts'
import { exportText } from '../../access/admin/export/text.ts'
import { organisationLog } from '../../access/log/log-paths.ts'
import { logText } from '../../access/log/text.ts'
import { reviewPaths } from '../../reviews/reviews-paths.ts'
import { reviewsText } from '../../reviews/text.ts'
import { defineGuide, field, own, page, press } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const securityGuide = defineGuide(
  'sikkerhedsansvarlig',
  { da, en },
  {
    service: { anchor: 'ny-tjeneste' },
    administrator: { anchor: 'ingen-administrator' },
    reports: {
      anchor: 'rapport',
      places: {
        reviews: page(reviewPaths.list, reviewsText, (text) => text.title),
        review: own('kontrollen', 'the review'),
        report: press(reviewsText, (text) => text.page.report),
      },
    },
    log: {
      anchor: 'log',
      places: {
        log: page(organisationLog.log, logText, (text) => text.title),
        from: field(logText, (text) => text.filters.from),
        until: field(logText, (text) => text.filters.until),
        show: press(logText, (text) => text.filters.show),
      },
    },
    extract: {
      anchor: 'udtraek',
      places: {
        extract: page(adminPaths.exports, exportText, (text) => text.title),
        day: field(exportText, (text) => text.day),
        download: press(exportText, (text) => text.download.csv),
      },
    },
  },
)
