/** For employees: in, refused, asking, and what one has. */
import { explainText } from '../../access/explain/text.ts'
import { invitationText } from '../../access/invitations/text.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { myNoticesText } from '../../access/mine/notices/text.ts'
import { mineText } from '../../access/mine/text.ts'
import { signInText } from '../../brokering/pages/text.ts'
import { missingPath } from '../../desk/missing/missing-path.ts'
import { missingText } from '../../desk/missing/text.ts'
import { discoveryText } from '../../discovery/text.ts'
import { emergencyText } from '../../emergency/text.ts'
import { noticePaths } from '../../notices/notice-paths.ts'
import { askText } from '../../requests/asking/text.ts'
import { mineText as myRequestsText } from '../../requests/mine/text.ts'
import { subscribePaths } from '../../status/subscribe/subscribe-paths.ts'
import { subscribeText } from '../../status/subscribe/text.ts'
import { webText } from '../../web/text.ts'
import { defineGuide, field, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const role = own('den rolle, du har brug for', 'the role you need')
const service = own('den tjeneste, du skal bruge', 'the service you need')
const you = own('dig selv', 'yourself')
const mine = page(minePaths.home, mineText, (text) => text.title)
const askPage = page(minePaths.ask, askText, (text) => text.title)
/** The last steps of every request. */
const asking = {
  reason: field(askText, (text) => text.need.reason),
  toCheck: press(askText, (text) => text.need.toCheck),
  send: press(askText, (text) => text.check.send),
  sent: sees(myRequestsText, (text) => text.told.sendt),
}

export const employeeGuide = defineGuide(
  'medarbejder',
  { da, en },
  {
    logIn: {
      anchor: 'log-ind',
      picture: 'vaelg-log-in',
      places: { professional: press(discoveryText, (text) => text.professional), you },
    },
    local: {
      anchor: 'lokalt-log-in',
      places: {
        local: press(discoveryText, (text) => text.local),
        search: field(discoveryText, (text) => text.search),
        find: press(discoveryText, (text) => text.searchButton),
        provider: own('dit log-in', 'your log-in'),
        remember: press(discoveryText, (text) => text.remember),
        you,
      },
    },
    whom: {
      anchor: 'paa-vegne-af',
      places: {
        question: sees(signInText, (text) => text.choose.title),
        workplace: own('den arbejdsplads, du er på nu', 'the workplace where you are now'),
      },
    },
    refused: {
      anchor: 'afvist',
      picture: 'afvist',
      places: {
        checks: sees(signInText, (text) => text.checks.title),
        ask: press(signInText, (text) => text.ways.ask.role),
        role,
        ...asking,
      },
    },
    newHere: {
      anchor: 'ny-her',
      places: {
        ask: askPage,
        newHere: press(askText, (text) => text.ways.newHere),
        unit: own('den enhed, du arbejder i', 'the unit where you work'),
        service,
        role,
        email: field(askText, (text) => text.need.email),
        ...asking,
      },
    },
    invitation: {
      anchor: 'invitation',
      places: {
        accept: press(invitationText, (text) => text.landing.button),
        logIn: own('det log-in, du bruger for organisationen', 'the log-in you use for the organisation'),
        confirm: press(invitationText, (text) => text.confirm.button),
        taken: sees(invitationText, (text) => text.taken.title),
      },
    },
    ask: {
      anchor: 'bed-om-adgang',
      picture: 'anmodning',
      places: { ask: askPage, more: press(askText, (text) => text.ways.more), service, role, ...asking },
    },
    follow: {
      anchor: 'anmodninger',
      places: {
        requests: page(minePaths.requests, myRequestsText, (text) => text.title),
        request: own('anmodningen', 'the request'),
        where: sees(myRequestsText, (text) => text.where.title),
        withdraw: press(myRequestsText, (text) => text.withdraw.button),
      },
    },
    mine: {
      anchor: 'min-adgang',
      picture: 'min-adgang',
      places: {
        mine,
        why: press(explainText, (text) => text.whyQuestion),
        events: sees(mineText, (text) => text.events),
      },
    },
    lose: {
      anchor: 'slip-rolle',
      places: {
        mine,
        lose: press(mineText, (text) => text.lose),
        reason: field(askText, (text) => text.lose.reason),
        send: press(askText, (text) => text.lose.send),
      },
    },
    administrator: {
      anchor: 'administrator',
      places: {
        missing: page(missingPath, missingText, (text) => text.title),
        gone: press(missingText, (text) => text.reasons.gone),
        phone: field(missingText, (text) => text.phone),
        send: press(missingText, (text) => text.send),
        received: sees(missingText, (text) => text.received),
      },
    },
    emergency: {
      anchor: 'noedadgang',
      places: {
        emergency: press(signInText, (text) => text.ways.emergency),
        reason: field(emergencyText, (text) => text.take.reason),
        now: press(emergencyText, (text) => text.take.now),
        yours: sees(emergencyText, (text) => text.own.goingOn),
      },
    },
    messages: {
      anchor: 'beskeder',
      places: {
        notices: page(noticePaths.list, myNoticesText, (text) => text.title),
        settings: press(myNoticesText, (text) => text.settings),
        save: press(myNoticesText, (text) => text.choose.save),
        saved: sees(myNoticesText, (text) => text.choose.saved),
      },
    },
    status: {
      anchor: 'driftsbeskeder',
      places: {
        subscribe: page(subscribePaths.ask, subscribeText, (text) => text.title),
        address: field(subscribeText, (text) => text.address),
        ask: press(subscribeText, (text) => text.ask),
        asked: sees(subscribeText, (text) => text.asked.title),
      },
    },
    logOut: {
      anchor: 'log-ud',
      places: {
        logOut: page('/login/log-ud', webText, (text) => text.admin.logOut),
        confirm: press(signInText, (text) => text.logOut.confirm),
        out: sees(signInText, (text) => text.logOut.outTitle),
      },
    },
  },
)
