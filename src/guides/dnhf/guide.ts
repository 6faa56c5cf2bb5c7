/** For those who refer, treat and distribute through DNHF. The names of its roles are the service’s own. */
import { adminPaths } from '../../access/admin/admin-paths.ts'
import { assignText } from '../../access/admin/assign/text.ts'
import { employeesText } from '../../access/admin/employees/text.ts'
import { overviewText } from '../../access/admin/overview/text.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { mineText } from '../../access/mine/text.ts'
import { discoveryText } from '../../discovery/text.ts'
import { askText } from '../../requests/asking/text.ts'
import { mineText as myRequestsText } from '../../requests/mine/text.ts'
import { defineGuide, field, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const role = own('rollen', 'the role')

export const dnhfGuide = defineGuide(
  'dnhf',
  { da, en },
  {
    roles: { anchor: 'roller', loose: true },
    ask: {
      anchor: 'bed-om-rolle',
      picture: 'roller-i-dnhf',
      places: {
        ask: page(minePaths.ask, askText, (text) => text.title),
        more: press(askText, (text) => text.ways.more),
        service: own('DNHF', 'DNHF'),
        role,
        reason: field(askText, (text) => text.need.reason),
        toCheck: press(askText, (text) => text.need.toCheck),
        send: press(askText, (text) => text.check.send),
        sent: sees(myRequestsText, (text) => text.told.sendt),
      },
    },
    clinic: {
      anchor: 'giv-rolle',
      places: {
        home: page(adminPaths.home, overviewText, (text) => text.title),
        find: field(overviewText, (text) => text.find),
        findNow: press(overviewText, (text) => text.findNow),
        assign: press(assignText, (text) => text.assign),
        role,
        why: field(assignText, (text) => text.reason),
        check: press(assignText, (text) => text.toCheck),
        give: press(assignText, (text) => text.give),
        given: sees(employeesText, (text) => text.done['rolle-givet']),
      },
    },
    logIn: {
      anchor: 'log-ind',
      places: {
        professional: press(discoveryText, (text) => text.professional),
        local: sees(discoveryText, (text) => text.local),
        you: own('dig selv', 'yourself'),
      },
    },
    refused: { anchor: 'nej', loose: true, places: { mine: page(minePaths.home, mineText, (text) => text.title) } },
  },
)
