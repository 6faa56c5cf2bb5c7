/** For security officers and authorised signatories: new services, and seeing that all is well. */
import { adminPaths } from '../../access/admin/admin-paths.ts'
import { exportText } from '../../access/admin/export/text.ts'
import { organisationLog } from '../../access/log/log-paths.ts'
import { logText } from '../../access/log/text.ts'
import { newServicePaths } from '../../access/new-service/new-service-paths.ts'
import { newServiceText } from '../../access/new-service/text.ts'
import { missingPath } from '../../desk/missing/missing-path.ts'
import { missingText } from '../../desk/missing/text.ts'
import { enrolPaths } from '../../enrolment/enrolment-paths.ts'
import { fillingText } from '../../enrolment/filling/text.ts'
import { signingText } from '../../enrolment/signing/text.ts'
import { reviewPaths } from '../../reviews/reviews-paths.ts'
import { reviewsText } from '../../reviews/text.ts'
import { defineGuide, field, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const securityGuide = defineGuide(
  'sikkerhedsansvarlig',
  { da, en },
  {
    enrol: {
      anchor: 'tilmeld',
      places: {
        enrol: page(enrolPaths.start, fillingText, (text) => text.title),
        contact: field(fillingText, (text) => text.start.name),
        email: field(fillingText, (text) => text.start.email),
        begin: press(fillingText, (text) => text.start.button),
        cvr: field(fillingText, (text) => text.organisation.cvr),
        name: field(fillingText, (text) => text.organisation.name),
        kind: field(fillingText, (text) => text.organisation.kind),
        address: field(fillingText, (text) => text.organisation.address),
        next: press(fillingText, (text) => text.next),
      },
    },
    sign: {
      anchor: 'skriv-under',
      places: {
        toLogIn: press(signingText, (text) => text.landing.button),
        may: press(signingText, (text) => text.sign.may),
        sign: press(signingText, (text) => text.sign.button),
      },
    },
    service: {
      anchor: 'ny-tjeneste',
      places: {
        services: page(newServicePaths.own, newServiceText, (text) => text.title),
        ask: press(newServiceText, (text) => text.ask),
        pick: press(newServiceText, (text) => text.choose.pick),
        people: field(newServiceText, (text) => text.form.people),
        why: field(newServiceText, (text) => text.form.why),
        send: press(newServiceText, (text) => text.form.send),
        waits: sees(newServiceText, (text) => text.request.waits),
      },
    },
    administrator: {
      anchor: 'ingen-administrator',
      loose: true,
      places: { missing: page(missingPath, missingText, (text) => text.title) },
    },
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
