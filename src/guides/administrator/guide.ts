/** For administrators: what they do for their colleagues. The first five are led to from the first page of the administration. */
import { adminPaths, ownAwayPath } from '../../access/admin/admin-paths.ts'
import { assignText } from '../../access/admin/assign/text.ts'
import { awayText } from '../../access/admin/away/text.ts'
import { bulkText } from '../../access/admin/bulk/text.ts'
import { changeText } from '../../access/admin/change/text.ts'
import { decideText } from '../../access/admin/decide/text.ts'
import { employeesText } from '../../access/admin/employees/text.ts'
import { exportText } from '../../access/admin/export/text.ts'
import { inviteText } from '../../access/admin/invite/text.ts'
import { moveText } from '../../access/admin/move/text.ts'
import { guideParts } from '../../access/admin/overview/guide-address.ts'
import { overviewText } from '../../access/admin/overview/text.ts'
import { simulatorText } from '../../access/admin/simulator/text.ts'
import { explainText } from '../../access/explain/text.ts'
import { emergencyPaths } from '../../emergency/emergency-paths.ts'
import { emergencyText } from '../../emergency/text.ts'
import { decideText as requestText } from '../../requests/decide/text.ts'
import { reviewPaths } from '../../reviews/reviews-paths.ts'
import { reviewsText } from '../../reviews/text.ts'
import { defineGuide, field, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

/** How every task about a colleague begins. */
const colleague = {
  home: page(adminPaths.home, overviewText, (text) => text.title),
  find: field(overviewText, (text) => text.find),
  findNow: press(overviewText, (text) => text.findNow),
}
const reason = field(decideText, (text) => text.reason)
const requests = page(adminPaths.requests, requestText, (text) => text.title)
const request = own('den anmodning, det gælder', 'the request in question')

export const administratorGuide = defineGuide(
  'brugeradministrator',
  { da, en },
  {
    give: {
      anchor: guideParts.give,
      picture: 'giv-rolle',
      places: {
        ...colleague,
        assign: press(assignText, (text) => text.assign),
        role: own('rollen', 'the role'),
        until: field(assignText, (text) => text.until),
        reason: field(assignText, (text) => text.reason),
        check: press(assignText, (text) => text.toCheck),
        give: press(assignText, (text) => text.give),
        given: sees(employeesText, (text) => text.done['rolle-givet']),
      },
    },
    why: { anchor: guideParts.why, places: { ...colleague, why: press(explainText, (text) => text.whyQuestion) } },
    create: {
      anchor: guideParts.create,
      places: {
        home: colleague.home,
        create: press(inviteText, (text) => text.create),
        name: field(inviteText, (text) => text.name),
        unit: field(employeesText, (text) => text.unit),
        mail: field(inviteText, (text) => text.mail),
        invitation: press(inviteText, (text) => text.ways.invitation),
        createNow: press(inviteText, (text) => text.createNow),
      },
    },
    takeBack: {
      anchor: guideParts.takeBack,
      places: {
        ...colleague,
        takeBack: press(decideText, (text) => text.withdraw.link),
        reason,
        button: press(decideText, (text) => text.withdraw.button),
        done: sees(employeesText, (text) => text.done['rolle-taget-tilbage']),
      },
    },
    decide: {
      anchor: 'anmodninger',
      picture: 'svar-paa-anmodning',
      places: {
        requests,
        request,
        approve: press(requestText, (text) => text.approve),
        approved: sees(requestText, (text) => text.done.approved),
      },
    },
    ask: {
      anchor: 'spoerg',
      places: {
        requests,
        request,
        question: press(requestText, (text) => text.ways.spoerg.title),
        words: field(requestText, (text) => text.question),
        send: press(requestText, (text) => text.ask),
        returned: sees(requestText, (text) => text.done.returned),
      },
    },
    change: {
      anchor: 'ret-rolle',
      places: {
        ...colleague,
        change: press(changeText, (text) => text.link),
        until: field(assignText, (text) => text.until),
        check: press(changeText, (text) => text.toCheck),
        save: press(changeText, (text) => text.save),
        saved: sees(employeesText, (text) => text.done['rolle-rettet']),
      },
    },
    tryOut: {
      anchor: 'afproev',
      places: {
        ...colleague,
        simulate: press(simulatorText, (text) => text.link),
        service: own('tjenesten', 'the service'),
        show: press(simulatorText, (text) => text.show),
        result: sees(simulatorText, (text) => text.result),
      },
    },
    move: {
      anchor: 'flyt',
      places: {
        ...colleague,
        move: press(moveText, (text) => text.link),
        to: field(moveText, (text) => text.to),
        next: press(moveText, (text) => text.next),
        reason,
        button: press(moveText, (text) => text.move),
        done: sees(employeesText, (text) => text.done.flyttet),
      },
    },
    suspend: {
      anchor: 'spaer',
      places: {
        ...colleague,
        suspend: press(decideText, (text) => text.account.suspend.link),
        reason,
        button: press(decideText, (text) => text.account.suspend.button),
        done: sees(employeesText, (text) => text.done['konto-spaerret']),
        reopen: press(decideText, (text) => text.account.reopen.link),
        reopenButton: press(decideText, (text) => text.account.reopen.button),
      },
    },
    bulk: {
      anchor: 'mange',
      places: {
        bulk: page(adminPaths.bulk, bulkText, (text) => text.title),
        pasted: field(bulkText, (text) => text.pasted),
        reason: field(bulkText, (text) => text.reason),
        check: press(bulkText, (text) => text.check),
        apply: press(bulkText, (text) => text.apply),
        undo: press(bulkText, (text) => text.undo),
      },
    },
    review: {
      anchor: 'kontrol',
      picture: 'kontrol',
      places: {
        reviews: page(reviewPaths.list, reviewsText, (text) => text.title),
        review: own('kontrollen', 'the review'),
        keep: press(reviewsText, (text) => text.page.keep),
        save: press(reviewsText, (text) => text.page.save),
        keepRest: press(reviewsText, (text) => text.page.keepRest),
      },
    },
    emergency: {
      anchor: 'noedadgang',
      places: {
        emergencies: page(emergencyPaths.review, emergencyText, (text) => text.review.title),
        person: own('den, der tog den', 'the one who took it'),
        yes: press(emergencyText, (text) => text.review.yes),
        send: press(emergencyText, (text) => text.review.send),
        saved: sees(emergencyText, (text) => text.review.saved),
      },
    },
    away: {
      anchor: 'vaek',
      places: {
        away: page(ownAwayPath, awayText, (text) => text.ownTitle),
        from: field(awayText, (text) => text.from),
        until: field(awayText, (text) => text.until),
        standIn: field(awayText, (text) => text.standIn),
        save: press(awayText, (text) => text.save),
        saved: sees(awayText, (text) => text.saved),
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
    help: { anchor: guideParts.ask, loose: true },
  },
)
