/** One service: what it is, its roles, what it is told, its keys, who may change it and who uses it. For owners and system management. */
import type { Child } from 'hono/jsx'
import type { MetadataSummary } from '../../../services/metadata-reading.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { serviceProvidersPath } from '../management-paths.ts'
import { providersText } from '../providers/text.ts'
import { MetadataSection } from './metadata/metadata-section.tsx'
import type { Place } from './place.ts'
import type { ServiceDescription } from './service.store.ts'
import { AttributeTable, OwnerTable, ProviderList, RoleTable } from './service-tables.tsx'
import { below, servicesPath } from './services-paths.ts'
import { servicesText } from './text.ts'

export type Done = keyof (typeof servicesText)['da']['done']

export type ServicePageProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: ServiceDescription
  /** Null where the metadata cannot be read. */
  readonly metadata: MetadataSummary | null
  readonly done: Done | null
  readonly now: Date
}

export function ServicePage(props: ServicePageProps) {
  const { frame, place, service, done } = props
  const { language } = frame.shell
  const text = servicesText[language]
  return (
    <AdminLayout
      {...frame}
      title={language === 'da' ? service.nameDa : service.nameEn}
      lead={language === 'da' ? service.descriptionDa : service.descriptionEn}
      breadcrumb={place.as === 'management' ? [{ name: text.title, href: servicesPath }] : []}
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p>{text.done[done]}</p>
        </div>
      )}
      {service.openRequests > 0 && <Waiting {...props} />}
      <Section id="om" title={text.facts} way={[below.facts(place.base), text.changeFacts]}>
        <Facts {...props} />
      </Section>
      <Section id="roller" title={text.roles} way={[below.newRole(place.base), text.newRole]}>
        {service.roles.length === 0 ? <p>{text.noRoles}</p> : <RoleTable {...{ language, place, service }} />}
      </Section>
      <Section id="oplysninger" title={text.attributes} way={[below.attributes(place.base), text.changeAttributes]}>
        {service.attributes.length === 0 ? <p>{text.noAttributes}</p> : <AttributeTable {...{ language, service }} />}
      </Section>
      <Section id="metadata" title={text.metadata} way={[below.metadata(place.base), text.changeMetadata]}>
        <MetadataSection {...props} />
      </Section>
      <Section
        id="log-in"
        title={text.providers}
        {...(place.as === 'management'
          ? { way: [serviceProvidersPath(service.id), providersText[language].chooseProviders] as const }
          : {})}
      >
        {service.providers.length === 0 ? <p>{text.noProviders}</p> : <ProviderList {...{ language, service }} />}
      </Section>
      <Section id="brug" title={text.use}>
        <p>
          {counted(service.organisations, [text.useNone, text.useOne, text.useMany])}{' '}
          {service.organisations > 0 && (
            <a class="seb-hit" href={below.use(place.base)}>
              {text.useSee}
            </a>
          )}
        </p>
      </Section>
      {place.as === 'management' && (
        <Section id="ejere" title={text.owners} way={[below.owners(place.base), text.appoint]}>
          {service.owners.length === 0 ? <p>{text.noOwners}</p> : <OwnerTable {...{ language, place, service }} />}
        </Section>
      )}
      <Section id="aendringer" title={text.requests}>
        <p>
          {counted(service.openRequests, [text.requestsNone, text.requestsOne, text.requestsMany])}{' '}
          <a class="seb-hit" href={below.requests(place.base)}>
            {text.requestsSee}
          </a>
        </p>
      </Section>
    </AdminLayout>
  )
}

function Waiting({ frame, place, service }: ServicePageProps) {
  const text = servicesText[frame.shell.language]
  return (
    <section class="seb-callout" aria-labelledby="venter">
      <h2 id="venter">{counted(service.openRequests, [text.requestsNone, text.requestsOne, text.requestsMany])}</h2>
      <p>
        <a class="seb-hit" href={below.requests(place.base)}>
          {text.requestsSee}
        </a>
      </p>
    </section>
  )
}

function Facts({ frame, service }: ServicePageProps) {
  const { language } = frame.shell
  const text = servicesText[language]
  const kinds = service.logInKinds.map((kind) => text.logInKind[kind]).join(', ')
  const owner = service.ownerName ? `${service.ownerName} (${service.ownerCvr})` : text.nothing
  const facts: readonly (readonly [string, Child])[] = [
    [text.environment, text.environments[service.environment]],
    [text.status, text.statuses[service.enabled ? 'on' : 'off']],
    [text.audience, text.audiences[service.audience]],
    [text.access, text.accesses[service.access]],
    [text.lowestAssurance, text.assurances[service.lowestAssurance]],
    [text.logInKinds, kinds],
    [text.critical, text.criticals[service.critical ? 'yes' : 'no']],
    [text.contact, service.contact ?? text.nothing],
    [text.owner, owner],
    [text.address, service.address ? <a href={service.address}>{service.address}</a> : text.nothing],
    [text.key, service.key],
  ]
  return (
    <dl class="seb-facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type SectionProps = {
  readonly id: string
  readonly title: string
  /** What is done from here: address and words. */
  readonly way?: readonly [href: string, words: string]
  readonly children: Child
}

function Section({ id, title, way, children }: SectionProps) {
  return (
    <section class="seb-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {way && (
        <p>
          <a class="seb-hit" href={way[0]}>
            {way[1]}
          </a>
        </p>
      )}
    </section>
  )
}

function counted(count: number, [none, one, many]: readonly [string, string, string]): string {
  return count === 0 ? none : count === 1 ? one : fillText(many, { count })
}
