import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadAssets } from '../../web/assets.ts'
import { serviceDesk } from '../../web/desk.ts'
import type { Language } from '../../web/languages.ts'
import { refusalReasons } from '../refusal.ts'
import { RefusedPage, type RefusedPageProps } from './refused.page.tsx'

const { urls } = loadAssets()

const nothingKnown: RefusedPageProps['facts'] = {
  organisation: null,
  provider: null,
  roles: [],
  accountStatus: null,
  endedAt: null,
  hours: null,
  opensAt: null,
  neededKind: null,
  neededLevel: null,
  administrators: [],
}

function page(
  reason: RefusedPageProps['reason'],
  facts: Partial<RefusedPageProps['facts']> = {},
  language: Language = 'da',
) {
  const html = String(
    <RefusedPage
      shell={{ language, assets: urls, links: {}, desk: serviceDesk, otherLanguage: null }}
      reason={reason}
      service={{ name: 'Fælles Medicinkort', shortName: 'FMK' }}
      facts={{ ...nothingKnown, ...facts }}
      checks={[]}
      ways={[{ kind: 'back', signIn: 's', service: 'Fælles Medicinkort' }]}
      reference="4F7K92QD"
      at={new Date('2026-11-23T12:42:00Z')}
    />,
  )
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
}

test('every reason has its own title in both languages, also when nothing is known', () => {
  for (const language of ['da', 'en'] as const) {
    const titles = refusalReasons.map((reason) => /<title>|^(.*?) – /.exec(page(reason, {}, language))?.[1])
    assert.equal(new Set(titles).size, refusalReasons.length)
  }
})

test('no page shows a place that was not filled, and none begins a sentence with a small letter', () => {
  for (const language of ['da', 'en'] as const) {
    for (const reason of refusalReasons) {
      const text = page(reason, {}, language)
      assert.doesNotMatch(text, /[{}]|undefined|null|\[object/, reason)
      assert.doesNotMatch(text, /[.?] (dit|din|your) /, reason)
      assert.match(text, /4F7K 92QD/)
      assert.match(text, /33 32 39 00/)
    }
  }
})

test('the roles that would open the service are named, as alternatives', () => {
  assert.match(page('role-missing', { roles: ['Læge'] }), /skal du have rollen Læge\./)
  assert.match(page('role-missing', { roles: ['Læge', 'Jordemoder'] }), /en af rollerne Læge eller Jordemoder\./)
  assert.match(page('role-missing'), /skal du have en rolle i tjenesten\./)
})

test('those who decide are named, at most three', () => {
  const of = (administrators: string[]) => page('role-missing', { administrators })
  assert.match(of(['Mette Lind']), /Det er Mette Lind, som er brugeradministrator, der bestemmer/)
  assert.match(of(['Mette Lind', 'Bo Friis']), /Det er brugeradministratorerne Mette Lind og Bo Friis, der/)
  assert.match(
    of(['Mette Lind', 'Bo Friis', 'Tove Krogh', 'Ib Juhl']),
    /Det er Mette Lind, Bo Friis og 2 andre brugeradministratorer, der/,
  )
})

test('where nobody decides, the desk is told of with the rule of the subject line', () => {
  assert.match(page('no-account'), /Skriv til servicedesk@sundhedsdata\.dk med SEB og CVR-nummeret i emnefeltet/)
  assert.doesNotMatch(page('provider-down'), /CVR-nummeret/)
})

test('a suspended account, one not approved and one that has ended are told apart', () => {
  assert.match(page('account-not-active', { accountStatus: 'suspended' }), /Din konto er spærret/)
  assert.match(page('account-not-active', { accountStatus: 'requested' }), /Din konto venter på svar/)
  assert.match(page('account-not-active', { accountStatus: 'ended' }), /Din konto er lukket/)
})

test('a role that ended says when', () => {
  const endedAt = new Date('2026-09-30T10:00:00Z')
  assert.match(page('role-ended', { roles: ['Læge'], endedAt }), /Rollen sluttede 30\. sep\. 2026\./)
})

test('who logged in as the wrong kind is told the right one', () => {
  assert.match(page('wrong-log-in-kind', { neededKind: 'professional' }), /Log ind for din arbejdsplads/)
  assert.match(page('wrong-log-in-kind', { neededKind: 'person' }), /Log ind som borger/)
})

test('names from elsewhere are shown as text, never as markup', () => {
  const html = String(
    <RefusedPage
      shell={{ language: 'da', assets: urls, links: {}, desk: serviceDesk, otherLanguage: null }}
      reason="role-missing"
      service={{ name: '<img src=x>', shortName: '<b>' }}
      facts={{ ...nothingKnown, organisation: '<script>', roles: ['"><svg onload=1>'], administrators: ['<i>'] }}
      checks={[{ what: 'role', state: 'failed', detail: '<u>' }]}
      ways={[{ kind: 'other-organisation', href: '/"><x>', organisations: ['<y>'] }]}
      reference="4F7K92QD"
      at={new Date('2026-11-23T12:42:00Z')}
    />,
  )
  assert.doesNotMatch(html, /<(img|script|i|u|x|y|b>F|svg onload)[ >]/)
})
