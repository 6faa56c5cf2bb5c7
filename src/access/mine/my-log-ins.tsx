/** Where one is logged in, each to be ended, and the log-ins that SEB knows one by. */
import { formatDate, formatDateTime, formatList } from '../../web/format.ts'
import type { Shell } from '../../web/shell.ts'
import { minePaths } from './mine-paths.ts'
import type { MyIdentity, MySession } from './my-access.store.ts'
import { mineText } from './text.ts'

export type MySessionsProps = {
  readonly shell: Shell
  readonly sessions: readonly MySession[]
  readonly thisSessionId: string
}

export function MySessions({ shell, sessions, thisSessionId }: MySessionsProps) {
  const { language } = shell
  const text = mineText[language]
  return (
    <>
      <ul class="seb-list plain-list">
        {sessions.map(({ id, providerDa, providerEn, startedAt, lastUsedAt, services }) => (
          <li class="seb-line">
            <p>
              <span class="strong">{language === 'da' ? providerDa : providerEn}</span>
              {id === thisSessionId && ` (${text.thisOne})`}
              <br />
              <span class="quiet">
                {text.startedAt} {formatDateTime(startedAt, language)}. {text.lastUsed}{' '}
                {formatDateTime(lastUsedAt, language)}.{' '}
                {services.length > 0 &&
                  `${text.openServices} ${formatList(
                    services.map((service) => service[language]),
                    language,
                  )}.`}
              </span>
            </p>
            {id !== thisSessionId && (
              <form method="post" action={minePaths.endSession}>
                <button class="button button-secondary" type="submit" name="session" value={id}>
                  {text.end}
                  <span class="sr-only"> {formatDateTime(startedAt, language)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 && (
        <form method="post" action={minePaths.endSession}>
          <button class="button button-secondary" type="submit" name="session" value="andre">
            {text.endOthers}
          </button>
        </form>
      )}
    </>
  )
}

export function MyIdentities({ shell, identities }: { shell: Shell; identities: readonly MyIdentity[] }) {
  const { language } = shell
  const text = mineText[language]
  if (identities.length === 0) return <p>{text.noIdentities}</p>
  return (
    <ul class="seb-list plain-list">
      {identities.map(({ providerDa, providerEn, kind, linkedAt }) => (
        <li class="seb-line">
          <p>
            <span class="strong">{language === 'da' ? providerDa : providerEn}</span>, {text.identityKinds[kind]}
            <br />
            <span class="quiet">
              {text.linkedAt} {formatDate(linkedAt, language)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
