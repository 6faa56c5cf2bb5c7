/** For chief administrators: what only they may do, for the whole organisation. */
import { adminPaths } from '../../access/admin/admin-paths.ts'
import { administratorsText } from '../../access/admin/administrators/text.ts'
import { assignText } from '../../access/admin/assign/text.ts'
import { bundlesText } from '../../access/admin/bundles/text.ts'
import { unitsText } from '../../access/admin/units/text.ts'
import { organisationLog } from '../../access/log/log-paths.ts'
import { logText } from '../../access/log/text.ts'
import { decideText } from '../../requests/decide/text.ts'
import { reviewPaths } from '../../reviews/reviews-paths.ts'
import { reviewsText } from '../../reviews/text.ts'
import { defineGuide, field, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const administrators = page(adminPaths.administrators, administratorsText, (text) => text.title)
const log = page(organisationLog.log, logText, (text) => text.title)

export const chiefGuide = defineGuide(
  'overbrugeradministrator',
  { da, en },
  {
    appoint: {
      anchor: 'udpeg',
      picture: 'udpeg',
      places: {
        administrators,
        appoint: press(administratorsText, (text) => text.appoint),
        search: field(administratorsText, (text) => text.search),
        show: press(administratorsText, (text) => text.show),
        choose: press(administratorsText, (text) => text.choose),
        level: press(administratorsText, (text) => text.levels.administrator),
        save: press(administratorsText, (text) => text.save),
      },
    },
    remove: {
      anchor: 'fjern',
      places: {
        administrators,
        remove: press(administratorsText, (text) => text.remove),
        removeNow: press(administratorsText, (text) => text.removeNow),
      },
    },
    unit: {
      anchor: 'enheder',
      places: {
        units: page(adminPaths.units, unitsText, (text) => text.title),
        add: press(unitsText, (text) => text.add),
        name: field(unitsText, (text) => text.name),
        sor: field(unitsText, (text) => text.numbers.sor),
        save: press(unitsText, (text) => text.save),
        added: sees(unitsText, (text) => text.done.oprettet),
      },
    },
    bundle: {
      anchor: 'rollepakker',
      places: {
        bundles: page(adminPaths.bundles, bundlesText, (text) => text.title),
        add: press(bundlesText, (text) => text.add),
        name: field(bundlesText, (text) => text.name),
        description: field(bundlesText, (text) => text.description),
        role: own('hver rolle, der skal være med', 'each role that belongs to it'),
        next: press(bundlesText, (text) => text.saveNext),
        save: press(bundlesText, (text) => text.save),
        saved: sees(bundlesText, (text) => text.done.rettet),
        assign: press(assignText, (text) => text.assign),
      },
    },
    startReview: {
      anchor: 'start-kontrol',
      places: {
        reviews: page(reviewPaths.list, reviewsText, (text) => text.title),
        start: press(reviewsText, (text) => text.start),
        name: field(reviewsText, (text) => text.begin.name),
        deadline: field(reviewsText, (text) => text.begin.deadline),
        silence: press(reviewsText, (text) => text.begin.silences.suspend),
        begin: press(reviewsText, (text) => text.begin.button),
      },
    },
    waiting: {
      anchor: 'ventetid',
      places: {
        requests: page(adminPaths.requests, decideText, (text) => text.title),
        settings: press(decideText, (text) => text.settings),
        days: field(decideText, (text) => text.days),
        save: press(decideText, (text) => text.save),
        saved: sees(decideText, (text) => text.saved),
      },
    },
    log: {
      anchor: 'log',
      places: {
        log,
        concerned: field(logText, (text) => text.filters.concerned),
        show: press(logText, (text) => text.filters.show),
        details: press(logText, (text) => text.details),
      },
    },
    names: {
      anchor: 'vis-navne',
      places: {
        log,
        start: press(logText, (text) => text.names.start),
        told: sees(logText, (text) => text.names.told),
      },
    },
  },
)
