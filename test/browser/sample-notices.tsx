/** "Beskeder" in their states, with sample data that goes to extremes. All people, organisations and numbers are made up. */
import { NoticesPage, type ShownNotice } from '../../src/access/mine/notices/notices.page.tsx'
import { NoticeSettingsPage } from '../../src/access/mine/notices/settings.page.tsx'
import { TurnPage } from '../../src/access/mine/notices/turn.page.tsx'
import { noticeBook } from '../../src/notice-book.ts'
import { wordedInSeb } from '../../src/notices/notice-in-words.ts'
import { topics } from '../../src/notices/topics.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const at = new Date('2026-11-24T08:00:00Z')
const names = {
  organisation: 'Vesterfjord Kommune',
  service: { da: 'Fælles Medicinkort', en: 'Shared Medication Record' },
  roles: [{ da: longName, en: longName, sensitive: true }],
  person: longName,
}
const whole = { total: 0, counted: true, from: 1, previous: null, next: null }
const organisation = { id: 'o', cvr: '99999902', name: 'Vesterfjord Kommune' }
const acting = { accountId: 'a', organisation, unitName: null, limits: { unitIds: null, serviceIds: null } }

/** Every kind there is, so that all their words are looked at. */
const everyKind = (language: 'da' | 'en'): ShownNotice[] =>
  Object.values(noticeBook).map((kind, place) => ({
    id: `b3f0a7c2-0000-4000-8000-0000000001${String(place).padStart(2, '0')}`,
    ...wordedInSeb(kind, language, { until: at, last: at, days: 7, count: 3 }, names),
    organisation: place === 1 ? longName : 'Vesterfjord Kommune',
    createdAt: at,
    readAt: place > 2 ? at : null,
  }))

/** By name, for the gallery. */
export const noticePages: Record<string, GalleryPage> = {
  notices: (shell) => {
    const rows = everyKind(shell.language)
    const page = { ...whole, rows, total: 400, previous: rows[0]?.id ?? null, next: rows[1]?.id ?? null }
    return <NoticesPage frame={sampleFrame(shell)} page={page} unreadUpTo={rows[0]?.id ?? null} subject={null} />
  },
  'notices-none': (shell) => (
    <NoticesPage
      frame={sampleFrame(shell)}
      page={{ ...whole, rows: [] }}
      unreadUpTo={null}
      subject={{ audience: 'administrator', topic: 'employees' }}
    />
  ),
  'notices-turn': (shell) => (
    <TurnPage
      frame={sampleFrame(shell)}
      noticeId="b3f0a7c2-0000-4000-8000-000000000100"
      now={{ kind: 'service-owner', key: 'o', service: { id: 's', nameDa: longName, nameEn: longName } }}
      needed={{ kind: 'chief-administrator', key: 'c', ...acting, organisation: { ...organisation, name: longName } }}
    />
  ),
  'notices-settings': (shell) => (
    <NoticeSettingsPage
      frame={sampleFrame(shell)}
      choices={(['employee', 'administrator'] as const).flatMap((audience) =>
        Object.entries(topics[audience]).map(([topic, delivery]) => ({ audience, topic, delivery })),
      )}
      email="mette.hoejgaard.lind.overbrugeradministrator@vesterfjord-kommune-seb-demo.example"
      isRefused={true}
      allowsNone={true}
      saved={true}
      organisation={{ name: longName, allows: true }}
    />
  ),
  'notices-settings-wrong': (shell) => (
    <NoticeSettingsPage
      frame={sampleFrame(shell)}
      choices={Object.keys(topics.staff).map((topic) => ({ audience: 'staff' as const, topic, delivery: null }))}
      email={null}
      isRefused={false}
      allowsNone={false}
      saved={false}
      organisation={null}
    />
  ),
}
