/** The operational status in its states: all well, an incident with a window to come, the database away. */

import type { JSX } from 'hono/jsx/jsx-runtime'
import type { BoardView } from '../../src/status/board.ts'
import { currentStatus } from '../../src/status/current-status.ts'
import { MessageFormPage, type MessageFormPageProps } from '../../src/status/editor/message-form.page.tsx'
import { MessageListPage } from '../../src/status/editor/message-list.page.tsx'
import { typedOf } from '../../src/status/editor/typed-message.ts'
import { WindowTimesPage } from '../../src/status/editor/window-times.page.tsx'
import { LocalProvidersPage } from '../../src/status/local-providers.page.tsx'
import type { StatusMessage } from '../../src/status/message.ts'
import { MessagePage, MessagesPage } from '../../src/status/messages.page.tsx'
import type { StatusPart } from '../../src/status/part.ts'
import { StatusPage } from '../../src/status/status.page.tsx'
import { AskedPage, SubscribePage } from '../../src/status/subscribe/subscribe.page.tsx'
import {
  EndPage,
  NoSubscriptionPage,
  SubscriptionPage,
  type SubscriptionPageProps,
} from '../../src/status/subscribe/subscription.page.tsx'
import { nothingTyped, type TypedChoices } from '../../src/status/subscribe/typed-choices.ts'
import type { Shell } from '../../src/web/shell.ts'
import { longName, sampleFrame } from './sample-administration.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

const parts: StatusPart[] = [
  { key: 'seb-sundhed', kind: 'seb', name: { da: 'SEB Sundhed', en: 'SEB Sundhed' } },
  { key: 'seb-borger', kind: 'seb', name: { da: 'SEB Borger', en: 'SEB Borger' } },
  { key: 'seb-classic', kind: 'seb', name: { da: 'SEB Classic', en: 'SEB Classic' } },
  { key: 'idp:nemlog-in', kind: 'nemlog-in', name: { da: 'NemLog-in', en: 'NemLog-in' } },
  { key: 'idp:sydhavn', kind: 'local', name: { da: 'Sydhavn Kommune', en: 'Sydhavn Municipality' } },
  { key: 'idp:bjergvig', kind: 'local', name: { da: longName, en: longName } },
  { key: 'service:fmk', kind: 'service', name: { da: 'FMK-Online', en: 'FMK-Online' } },
]

const incident: StatusMessage = {
  id: '1',
  kind: 'incident',
  effect: 'unstable',
  priority: 3,
  parts: ['idp:sydhavn'],
  title: {
    da: 'SEB - Log-in fra Sydhavn Kommune er ustabilt',
    en: 'SEB - Log-in from Sydhavn Municipality is unstable',
  },
  text: {
    da: 'Nogle medarbejdere får en fejl, når de logger ind.\n\nVent 1 minut, og forsøg igen, eller log ind med MitID Erhverv.',
    en: 'Some employees get an error when they log in.\n\nWait 1 minute and try again, or log in with MitID Erhverv.',
  },
  startsAt: hours(-2),
  endsAt: null,
  state: 'published',
  measuredPart: null,
  createdAt: hours(-2),
  updatedAt: hours(-1),
  version: 2,
}

const window: StatusMessage = {
  ...incident,
  id: '2',
  kind: 'window',
  priority: null,
  parts: ['seb-sundhed', 'seb-borger', 'seb-classic'],
  title: { da: 'SEB - Servicevindue 1. december kl. 21-23', en: 'SEB - Service window 1 December 21-23' },
  text: { da: 'SEB Classic er nede i 20 minutter.', en: 'SEB Classic is down for 20 minutes.' },
  startsAt: hours(180),
  endsAt: hours(182),
  updatedAt: hours(-30),
}

const past: StatusMessage = {
  ...incident,
  id: '3',
  priority: 1,
  effect: 'down',
  parts: ['seb-classic'],
  startsAt: hours(-700),
  endsAt: hours(-699),
  updatedAt: hours(-699),
}

function view(messages: readonly StatusMessage[], readAt: Date | null = now): BoardView {
  return { now, readAt, parts, messages, status: currentStatus(parts, messages, now) }
}

const troubled = view([incident, window, past])
const page = (shown: BoardView) => (shell: Shell) => (
  <StatusPage {...{ shell, view: shown, nemLogInStatus: 'https://www.nemlog-in.dk', most: 5 }} />
)

const typed = typedOf(incident)
const form = (shell: Shell, more: Partial<MessageFormPageProps> = {}) => (
  <MessageFormPage
    {...{
      frame: sampleFrame(shell),
      message: incident,
      newId: '1',
      parts,
      typed,
      wrong: {},
      stands: [],
      done: null,
      reach: null,
    }}
    {...more}
  />
)
const seen = [
  {
    key: 'a',
    name: { da: longName, en: longName },
    sent: 12,
    succeeded: 0,
    medianSeconds: null,
    lastSuccessAt: null,
    waitingSince: hours(-1),
    waiting: 12,
  },
  {
    key: 'b',
    name: { da: 'NemLog-in', en: 'NemLog-in' },
    sent: 1200,
    succeeded: 1110,
    medianSeconds: 21.4,
    lastSuccessAt: now,
    waitingSince: null,
    waiting: 0,
  },
]
const chosen: TypedChoices = {
  everything: false,
  parts: ['seb-classic'],
  local: 'idp:bjergvig',
  pace: 'daily',
  language: 'en',
}
const subscription = (shell: Shell, more: Partial<SubscriptionPageProps>) => (
  <SubscriptionPage
    {...{
      shell,
      token: 'x',
      address: `${'a'.repeat(64)}@seb-demo.example`,
      confirmed: true,
      parts,
      wrong: {},
      done: null,
    }}
    typed={nothingTyped(shell.language)}
    {...more}
  />
)
const times = { day: '2026-12-01', time: '21:00' }

export const statusPages: Record<string, (shell: Shell) => JSX.Element> = {
  'status-green': page(view([])),
  'status-incident': page(troubled),
  'status-window': page(view([{ ...window, startsAt: hours(-1), endsAt: hours(1) }])),
  'status-database-away': page(view([{ ...incident, priority: 1, effect: 'down', parts: ['seb-sundhed'] }], hours(-1))),
  'status-local': (shell) => <LocalProvidersPage shell={shell} view={troubled} />,
  'status-messages': (shell) => (
    <MessagesPage
      shell={shell}
      view={troubled}
      messages={troubled.messages}
      olderHref="/driftsstatus/beskeder?fra=50"
    />
  ),
  'status-no-messages': (shell) => <MessagesPage shell={shell} view={view([])} messages={[]} olderHref={null} />,
  'status-editor': (shell) => (
    <MessageListPage
      frame={sampleFrame(shell)}
      messages={[{ ...incident, state: 'draft', measuredPart: 'idp:sydhavn' }, incident, window, past]}
      seen={seen}
      now={now}
      done="Beskeden er udgivet."
    />
  ),
  'status-editor-empty': (shell) => (
    <MessageListPage frame={sampleFrame(shell)} messages={[]} seen={[]} now={now} done={null} />
  ),
  'status-form': (shell) => form(shell),
  'status-form-wrong': (shell) =>
    form(shell, {
      message: null,
      wrong: { overskrift: 'Skriv en overskrift.', dele: 'Vælg, hvad det gælder.' },
      stands: [['Tekst', longName]],
    }),
  'status-form-window': (shell) =>
    form(shell, {
      message: window,
      typed: typedOf(window),
      done: 'Kladden er gemt.',
      reach: {
        reach: {
          usual: { people: 12_345, organisations: 678 },
          quieter: { people: 12, organisations: 3, startsAt: hours(189), endsAt: hours(191) },
        },
        quieterHref: '/desk/drift/ny?slags=window',
      },
    }),
  'status-window-times': (shell) => (
    <WindowTimesPage
      frame={sampleFrame(shell)}
      begins={times}
      ends={times}
      wrong={{ slutter: 'Det slutter, før det begynder.' }}
    />
  ),
  'status-subscribe': (shell) => (
    <SubscribePage {...{ shell, parts, address: '', typed: nothingTyped(shell.language), wrong: {} }} />
  ),
  'status-subscribe-wrong': (shell) => (
    <SubscribePage
      {...{ shell, parts, address: 'anna@', typed: chosen }}
      wrong={{ mail: 'Skriv en mailadresse.', dele: 'Vælg mindst én del.' }}
    />
  ),
  'status-subscribe-asked': (shell) => <AskedPage shell={shell} />,
  'status-subscription-confirm': (shell) => subscription(shell, { confirmed: false }),
  'status-subscription': (shell) => subscription(shell, { done: 'Dine valg er gemt.', typed: chosen }),
  'status-subscription-end': (shell) => <EndPage shell={shell} token="x" />,
  'status-subscription-ended': (shell) => <NoSubscriptionPage shell={shell} why="ended" />,
  'status-subscription-gone': (shell) => <NoSubscriptionPage shell={shell} why="gone" />,
  'status-message': (shell) => <MessagePage shell={shell} view={troubled} message={window} />,
}
