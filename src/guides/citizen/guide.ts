/** For citizens: in, out, and what is told of them. */
import { signInText } from '../../brokering/pages/text.ts'
import { discoveryText } from '../../discovery/text.ts'
import { statusPaths } from '../../status/status-paths.ts'
import { statusText } from '../../status/text.ts'
import { webText } from '../../web/text.ts'
import { defineGuide, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const citizenGuide = defineGuide(
  'borger',
  { da, en },
  {
    logIn: {
      anchor: 'log-ind',
      places: { person: press(discoveryText, (text) => text.person), you: own('dig selv', 'yourself') },
    },
    wrong: { anchor: 'forkert-log-in', places: { other: press(signInText, (text) => text.ways.otherLogIn) } },
    told: { anchor: 'hvad-faar-tjenesten', loose: true },
    logOut: {
      anchor: 'log-ud',
      places: {
        logOut: page('/login/log-ud', webText, (text) => text.admin.logOut),
        confirm: press(signInText, (text) => text.logOut.confirm),
        out: sees(signInText, (text) => text.logOut.outTitle),
      },
    },
    help: { anchor: 'virker-ikke', places: { status: page(statusPaths.page, statusText, (text) => text.title) } },
  },
)
