/** "På vegne af hvem?": for a person with several accounts; each shows the unit and the roles it would give. */
import { fillText } from '../../web/fill.ts'
import { formatList } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import { Layout } from '../../web/layout.tsx'
import { ServiceHeading, type ServiceName } from '../../web/service-heading.tsx'
import type { Shell } from '../../web/shell.ts'
import { signInFields, signInPaths } from './sign-in-address.ts'
import { signInText } from './text.ts'

export type AccountToChoose = {
  readonly accountId: string
  readonly organisation: string
  readonly unit: string | null
  /** Names of the roles this account would give in the service. */
  readonly roles: readonly string[]
}

export type ChooseOrganisationPageProps = {
  readonly shell: Shell
  readonly service: ServiceName
  readonly signIn: string
  readonly accounts: readonly AccountToChoose[]
}

export function ChooseOrganisationPage({ shell, service, signIn, accounts }: ChooseOrganisationPageProps) {
  const text = signInText[shell.language].choose
  return (
    <Layout shell={shell} title={`${text.title} – ${service.name}`}>
      <ServiceHeading line={text.towards} service={service} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="seb-split">
        <div>
          <form method="post" action={signInPaths.organisation}>
            <input type="hidden" name={signInFields.signIn} value={signIn} />
            <ul class="seb-choices plain-list">
              {accounts.map(({ accountId, organisation, unit, roles }) => (
                <li>
                  <button class="seb-choice" type="submit" name={signInFields.account} value={accountId}>
                    <Icon sprite={shell.assets.icons} name="business" />
                    <span>
                      <b>{organisation}</b>
                      {unit && <small>{unit}</small>}
                      <small class={roles.length > 0 ? undefined : 'quiet'}>
                        {roles.length > 0
                          ? fillText(roles.length > 1 ? text.roles : text.role, {
                              roles: formatList(roles, shell.language),
                            })
                          : fillText(text.noRoles, { service: service.name })}
                      </small>
                    </span>
                    <Icon sprite={shell.assets.icons} name="arrow-forward" />
                  </button>
                </li>
              ))}
            </ul>
          </form>
          <form class="seb-out" method="post" action={signInPaths.cancel}>
            <input type="hidden" name={signInFields.signIn} value={signIn} />
            <button class="seb-textbutton" type="submit">
              <Icon sprite={shell.assets.icons} name="arrow-back" class="icon-20" />
              <span>{fillText(text.back, { service: service.name })}</span>
            </button>
          </form>
        </div>
        <aside class="seb-aside" aria-label={text.asideTitle}>
          <section>
            <h2>{text.asideTitle}</h2>
            <p>{fillText(text.aside, { service: service.name })}</p>
          </section>
        </aside>
      </div>
    </Layout>
  )
}
