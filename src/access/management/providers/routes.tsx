/** `/forvaltning/identitetsudbydere`: the log-ins there are, registered, changed and given new metadata by system management. */
import { type Context, Hono } from 'hono'
import { readCursor } from '../../../base/cursor.ts'
import { fingerprint } from '../../../organisations/describe-party.ts'
import { identityProviderSettings } from '../../../organisations/identity-provider-settings.ts'
import { fillText } from '../../../web/fill.ts'
import { readForm } from '../../../web/form.ts'
import { formatDate } from '../../../web/format.ts'
import type { AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { EffectPage } from '../effect.page.tsx'
import { nothingWrong, type Wrong } from '../fields.tsx'
import { managementPaths, providerPath } from '../management-paths.ts'
import { changing, type Manager, managerOf } from '../manager.ts'
import { plain } from '../typed.ts'
import { MetadataFormPage } from './metadata-form.page.tsx'
import { type MetadataSource, noSource, readSource, readSourceForm } from './metadata-source.ts'
import { type ProviderDeed, ProviderPage } from './provider.page.tsx'
import { ProviderFormPage } from './provider-form.page.tsx'
import type { ProviderDeps, ProviderSummary } from './provider-reader.ts'
import { ProvidersPage } from './providers.page.tsx'
import { findProvider, listProviders, type ProviderRow, providerStates, servicesFor } from './providers.store.ts'
import {
  changeProvider,
  readTypedProvider,
  registerProvider,
  replaceMetadata,
  type TypedProvider,
  termsOf,
} from './save-provider.ts'
import { standsInstead } from './stands-instead.ts'
import { switchRoutes } from './switch.routes.tsx'
import { providersText } from './text.ts'

export function providerRoutes(deps: ProviderDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const { providers } = deps

  routes.get(managementPaths.providers, async (c) => {
    if (!managerOf(c, deps, 'change-identity-providers')) return deps.notFound(c)
    const get = (name: string) => c.req.query(name)
    const text = plain(get('soeg') ?? '')
      .trim()
      .slice(0, 100)
    const query = { text, state: providerStates.find((state) => state === get('tilstand')) ?? 'all' }
    const now = deps.clock.now()
    const list = await listProviders(deps.db, query, readCursor(get, readId), { now, providers })
    const props = { list, query, summarise: providers.summarise, now }
    return c.html(<ProvidersPage frame={adminFrame(c, deps)} {...props} />)
  })

  routes.get(providerPath('ny'), (c) => {
    if (!managerOf(c, deps, 'change-identity-providers')) return deps.notFound(c)
    return addingForm(c, { id: deps.ids.uuid(), source: noSource, wrong: nothingWrong, status: 200 })
  })

  routes.post(providerPath('ny'), async (c) => {
    const manager = managerOf(c, deps, 'change-identity-providers')
    if (!manager) return deps.notFound(c)
    const form = await readSourceForm(c)
    const id = readId(form.get('id'))
    if (!id) return deps.notFound(c)
    const { source } = form
    const language = c.get('language')
    const reading = await readSource(providers, source, language)
    if (!reading.ok) return addingForm(c, { id, source, wrong: reading.wrong, status: 422 })
    const { metadata } = reading
    const added = { id, entityId: metadata.entityId, source }
    if (form.get('trin') !== 'gem') {
      const typed = suggested(providers.summarise(metadata), metadata.entityId)
      return providerForm(c, { provider: null, added, typed })
    }
    const typed = readTypedProvider(form)
    const wanted = { id, typed, metadata, address: source.address || null, language }
    const saved = await changing(deps.db, (trx) => registerProvider(deps, trx, manager, wanted))
    if (saved.outcome === 'saved') return c.redirect(after(id, 'registreret'), 303)
    const wrong = saved.outcome === 'wrong' ? saved.wrong : nothingWrong
    return providerForm(c, { provider: null, added, typed, wrong, status: 422 })
  })

  routes.get(providerPath(':id'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    const { provider } = found
    const services = await servicesFor(deps.db, provider.id)
    const deeds = Object.keys(providersText.da.done) as ProviderDeed[]
    const done = deeds.find((deed) => deed === c.req.query('udfoert')) ?? null
    const summary = providers.summarise(provider.metadata)
    const props = { provider, summary, services, now: deps.clock.now(), done }
    return c.html(<ProviderPage frame={adminFrame(c, deps)} {...props} />)
  })

  routes.get(providerPath(':id', 'ret'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    const { provider } = found
    return providerForm(c, { provider, added: null, typed: typedOf(provider) })
  })

  routes.post(providerPath(':id', 'ret'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    const { manager, provider } = found
    const form = await readForm(c)
    const typed = { ...readTypedProvider(form), key: provider.key, kind: provider.kind }
    const language = c.get('language')
    const wanted = { id: provider.id, typed, shown: form.get('set') ?? '', language }
    const saved = await changing(deps.db, (trx) => changeProvider(deps, trx, manager, wanted))
    if (!saved) return deps.notFound(c)
    switch (saved.outcome) {
      case 'saved':
        return c.redirect(after(provider.id, 'gemt'), 303)
      case 'wrong':
        return providerForm(c, { provider, added: null, typed, wrong: saved.wrong, status: 422 })
      case 'meanwhile': {
        const stands = standsInstead(termsOf(saved.provider), typed, language)
        return providerForm(c, { provider: saved.provider, added: null, typed, stands, status: 422 })
      }
    }
  })

  routes.get(providerPath(':id', 'metadata'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    const { provider } = found
    const source = { ...noSource, address: provider.metadata_address ?? '' }
    return metadataForm(c, provider, { source, wrong: nothingWrong, status: 200 })
  })

  routes.post(providerPath(':id', 'metadata'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    return newMetadata(c, found)
  })

  routes.route('/', switchRoutes(deps))

  return routes

  async function find(c: Context<AdminEnv>): Promise<{ manager: Manager; provider: ProviderRow } | null> {
    const manager = managerOf(c, deps, 'change-identity-providers')
    const id = readId(c.req.param('id'))
    const provider = manager && id ? await findProvider(deps.db, id) : null
    return manager && provider ? { manager, provider } : null
  }

  function addingForm(
    c: Context<AdminEnv>,
    { id, source, wrong, status }: { id: string; source: MetadataSource; wrong: Wrong; status: 200 | 422 },
  ) {
    const text = providersText[c.get('language')]
    const page = { title: text.addTitle, lead: text.addLead, provider: null, action: providerPath('ny'), newId: id }
    return c.html(<MetadataFormPage frame={adminFrame(c, deps)} {...page} source={source} wrong={wrong} />, status)
  }

  function providerForm(
    c: Context<AdminEnv>,
    page: Pick<Parameters<typeof ProviderFormPage>[0], 'provider' | 'added' | 'typed'> & {
      wrong?: Wrong
      stands?: readonly (readonly [string, string])[]
      status?: 200 | 422
    },
  ) {
    const { wrong = nothingWrong, stands = [], status = 200, ...rest } = page
    return c.html(<ProviderFormPage frame={adminFrame(c, deps)} {...rest} {...{ wrong, stands }} />, status)
  }

  function metadataForm(
    c: Context<AdminEnv>,
    provider: ProviderRow,
    { source, wrong, status }: { source: MetadataSource; wrong: Wrong; status: 200 | 422 },
  ) {
    const language = c.get('language')
    const text = providersText[language]
    const name = language === 'da' ? provider.name_da : provider.name_en
    const page = {
      title: fillText(text.newMetadataTitle, { provider: name }),
      lead: fillText(text.newMetadataLead, { entityId: provider.entity_id }),
      provider: { name, href: providerPath(provider.id) },
      action: providerPath(provider.id, 'metadata'),
      newId: '',
    }
    return c.html(<MetadataFormPage frame={adminFrame(c, deps)} {...page} source={source} wrong={wrong} />, status)
  }

  /** Read, then shown beside what SEB has, then taken into use when just that is agreed to. */
  async function newMetadata(c: Context<AdminEnv>, { manager, provider }: { manager: Manager; provider: ProviderRow }) {
    const form = await readSourceForm(c)
    const language = c.get('language')
    const text = providersText[language]
    const source = { ...form.source, entityId: form.source.entityId || provider.entity_id }
    const reading = await readSource(providers, source, language)
    const other = reading.ok && reading.metadata.entityId !== provider.entity_id && reading.metadata.entityId
    if (other || !reading.ok) {
      const wrong = reading.ok
        ? { metadata: fillText(text.wrong.otherEntity, { entityId: reading.metadata.entityId }) }
        : reading.wrong
      return metadataForm(c, provider, { source: form.source, wrong, status: 422 })
    }
    const { metadata } = reading
    const address = source.address || null
    const set = form.get('set')
    const answer = await changing(deps.db, async (trx) => {
      const current = await findProvider(trx, provider.id)
      if (!current) return null
      const [from, to] = [fingerprint(current.metadata), fingerprint(metadata)]
      if (from === to && current.metadata_address === address) return 'done'
      const agreed = `${from} ${to}`
      if (set !== agreed) return { current, agreed }
      await replaceMetadata(deps, trx, manager, { provider: current, metadata, address })
      return 'done'
    })
    if (!answer) return deps.notFound(c)
    if (answer === 'done') return c.redirect(after(provider.id, 'metadata'), 303)
    const name = language === 'da' ? provider.name_da : provider.name_en
    const keys = (of: unknown) => keysInWords(providers.summarise(of), language)
    return c.html(
      <EffectPage
        frame={adminFrame(c, deps)}
        title={fillText(text.newMetadataTitle, { provider: name })}
        breadcrumb={[
          { name: text.title, href: managementPaths.providers },
          { name, href: providerPath(provider.id) },
        ]}
        effects={[text.metadataEffect]}
        remarks={[
          fillText(text.keysBefore, { keys: keys(answer.current.metadata) }),
          fillText(text.keysAfter, { keys: keys(metadata) }),
        ]}
        action={providerPath(provider.id, 'metadata')}
        agreed={answer.agreed}
        typed={[
          ['metadata', source.xml],
          ['adresse', source.address],
          ['entityid', form.source.entityId],
        ]}
        button={text.useMetadata}
        back={providerPath(provider.id)}
        changed={set !== null}
      />,
      set === null ? 200 : 422,
    )
  }
}

/** The page of the provider, saying what has been done. */
function after(providerId: string, done: ProviderDeed): string {
  return `${providerPath(providerId)}?udfoert=${done}`
}

function typedOf(provider: ProviderRow): TypedProvider {
  return { ...termsOf(provider), key: provider.key, kind: provider.kind }
}

/** What the metadata says of itself is a beginning; what it may do is for a person to say. */
function suggested(summary: ProviderSummary | null, entityId: string): TypedProvider {
  const host = URL.canParse(entityId) ? new URL(entityId).hostname : ''
  return {
    key: host,
    kind: null,
    nameDa: summary?.names.da ?? '',
    nameEn: summary?.names.en ?? '',
    category: null,
    region: '',
    municipality: '',
    aliases: [],
    keywords: [...(summary?.keywords ?? [])],
    allowedCvrs: [],
    highestAssurance: null,
    logInKinds: ['professional'],
    settings: identityProviderSettings.parse({}),
  }
}

function keysInWords(summary: ProviderSummary | null, language: 'da' | 'en'): string {
  const text = providersText[language]
  const keys = summary?.keys.map(({ use, validUntil }) =>
    fillText(text.keyLine, { use: text.uses[use], date: formatDate(validUntil, language) }),
  )
  return keys?.join(', ') ?? text.noKeys
}
