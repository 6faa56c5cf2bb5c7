/** Everybody and everything in the sandbox. */
import { adminPaths } from '../../src/access/admin/admin-paths.ts'
import { fillText } from '../../src/web/fill.ts'
import type { Shell } from '../../src/web/shell.ts'
import { providerPath, sandboxPaths, servicePath } from '../addresses.ts'
import { organisationNames } from '../data/organisations.ts'
import { providerKeys, providers } from '../data/providers.ts'
import { serviceKeys, services } from '../data/services.ts'
import { fullName, type Persona, type Story } from '../people/persona.ts'
import { personas } from '../people/personas.ts'
import { SandboxPage } from './sandbox-page.tsx'
import { storyAddress } from './story-address.ts'
import { sandboxText } from './text.ts'
import { wayInWords } from './way-in-words.ts'

export type OverviewPageProps = {
  readonly shell: Shell
  /** SEB's own metadata documents. */
  readonly sebMetadata: { readonly idp: string; readonly sp: string }
}

export function OverviewPage({ shell, sebMetadata }: OverviewPageProps) {
  const { language } = shell
  const text = sandboxText[language].overview
  return (
    <SandboxPage shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="seb-split">
        <section aria-labelledby="personer">
          <h2 id="personer">{text.people}</h2>
          <p>{text.peopleLead}</p>
          <ul class="plain-list seb-list">
            {personas.map((persona) => (
              <Person shell={shell} persona={persona} />
            ))}
          </ul>
        </section>
        <div class="sb-beside">
          <section aria-labelledby="tjenester">
            <h2 id="tjenester">{text.services}</h2>
            <p>{text.servicesLead}</p>
            <ul class="plain-list seb-list">
              {serviceKeys.map((key) => (
                <li class="sb-item">
                  <a href={servicePath(key).page}>{services[key].names[language]}</a>
                  <span class="quiet">{services[key].descriptions[language]}</span>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="udbydere">
            <h2 id="udbydere">{text.providers}</h2>
            <ul class="plain-list seb-list">
              {providerKeys.map((key) => (
                <li class="sb-item">
                  <a href={providerPath(key).page}>{providers[key].names[language]}</a>
                  <span class="quiet">{providers[key].about[language]}</span>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="fejl">
            <h2 id="fejl">
              <a href={sandboxPaths.switchboard}>{text.faults}</a>
            </h2>
            <p>{text.faultsLead}</p>
          </section>
          <section aria-labelledby="mail">
            <h2 id="mail">
              <a href={sandboxPaths.mail}>{text.mail}</a>
            </h2>
            <p>{text.mailLead}</p>
          </section>
          <section aria-labelledby="tilslut">
            <h2 id="tilslut">{text.connect}</h2>
            <p>{text.connectLead}</p>
            <ul class="plain-list">
              <li>
                <a class="seb-hit" href={sebMetadata.idp}>
                  {text.metadataForServices}
                </a>
              </li>
              <li>
                <a class="seb-hit" href={sebMetadata.sp}>
                  {text.metadataForProviders}
                </a>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </SandboxPage>
  )
}

function Person({ shell, persona }: { shell: Shell; persona: Persona }) {
  const { language } = shell
  const text = sandboxText[language].overview
  return (
    <li class="sb-item">
      <h3>
        {fullName(persona)}
        <span class="quiet">, {persona.title[language]}</span>
      </h3>
      <span class="quiet">{workplaces(persona)}</span>
      <ul class="plain-list">
        {persona.stories.map((story, index) => (
          <li class="sb-story">
            <a href={storyAddress(story.service, persona.key, index)}>{storyName(story, shell)}</a>
            <span>{story.promise[language]}</span>
          </li>
        ))}
        {persona.administration && (
          <li class="sb-story">
            <a href={adminPaths.home}>
              {fillText(text.administers, { way: wayInWords(persona.administration.way, language) })}
            </a>
            <span>{persona.administration.promise[language]}</span>
          </li>
        )}
      </ul>
    </li>
  )
}

/** `Kommer ind i Fælles Medicinkort (demo)`. */
function storyName({ ends, service }: Story, { language }: Shell): string {
  const { overview, front } = sandboxText[language]
  return `${overview[ends.kind]} ${fillText(front.inService, { service: services[service].names[language] })}`
}

function workplaces({ logIns }: Persona): string {
  return [...new Set(logIns.flatMap(({ cvr }) => organisationNames[cvr ?? ''] ?? []))].join(', ')
}
