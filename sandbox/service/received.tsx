/** Everything a demo service got from SEB: roles in words first, then every attribute, then the answer itself. */
import { oioAttributes } from '../../src/protocols/saml/oio/attribute-names.ts'
import { fillText } from '../../src/web/fill.ts'
import { formatDateTime } from '../../src/web/format.ts'
import type { Shell } from '../../src/web/shell.ts'
import type { ServiceKey } from '../data/services.ts'
import { Facts } from '../pages/sandbox-page.tsx'
import { sandboxText } from '../pages/text.ts'
import { groupInWords } from './privileges-in-words.ts'
import type { ReceivedAttribute, ReceivedLogIn } from './received-log-in.ts'
import { serviceText } from './text.ts'

export type ReceivedProps = {
  readonly shell: Shell
  readonly service: ServiceKey
  readonly received: ReceivedLogIn
}

export function Received({ shell, service, received }: ReceivedProps) {
  const { language } = shell
  const text = serviceText[language].received
  const { attributeNames } = serviceText[language]
  return (
    <>
      <section class="sb-section" aria-labelledby="roller">
        <h2 id="roller">{text.roles}</h2>
        {received.privileges.length === 0 && <p>{text.noRoles}</p>}
        {received.privileges.map((group) => (
          <Group shell={shell} words={groupInWords(service, group, language)} />
        ))}
      </section>
      <section class="sb-section" aria-labelledby="log-in">
        <h2 id="log-in">{text.logInFacts}</h2>
        <Facts facts={factsOf(received, shell)} />
      </section>
      <section class="sb-section" aria-labelledby="oplysninger">
        <h2 id="oplysninger">{text.attributes}</h2>
        <p class="quiet">{text.attributesLead}</p>
        <dl class="sb-facts">
          {inOrder(received.attributes).map((attribute) => (
            <Attribute shell={shell} attribute={attribute} />
          ))}
        </dl>
      </section>
      {received.missing.length > 0 && (
        <section class="sb-section" aria-labelledby="manglende">
          <h2 id="manglende">{text.missing}</h2>
          <p class="quiet">{text.missingLead}</p>
          <ul>
            {received.missing.map((name) => (
              <li>{attributeNames[name]}</li>
            ))}
          </ul>
        </section>
      )}
      <details class="sb-details">
        <summary>{text.raw}</summary>
        <Code>{received.xml}</Code>
      </details>
    </>
  )
}

function Group({ shell, words }: { shell: Shell; words: ReturnType<typeof groupInWords> }) {
  const text = serviceText[shell.language].received
  return (
    <div class="seb-panel sb-group">
      {words.roles.map(({ name, description }) => (
        <p>
          <strong>{name}</strong>
          {description && (
            <>
              <br />
              {description}
            </>
          )}
        </p>
      ))}
      <p class="quiet">
        {text.holdsFor}: {words.scope}
        {words.constraints.length > 0 && (
          <>
            <br />
            {text.limitedTo}: {words.constraints.join('; ')}
          </>
        )}
      </p>
    </div>
  )
}

function Attribute({ shell, attribute }: { shell: Shell; attribute: ReceivedAttribute }) {
  const { attributeNames, received } = serviceText[shell.language]
  const { name, samlName, values, decoded } = attribute
  return (
    <div>
      <dt>
        {name ? attributeNames[name] : logInName(samlName, shell)}
        <code>{samlName}</code>
      </dt>
      <dd>
        {decoded === null ? (
          values.join(', ')
        ) : (
          <>
            <Code>{decoded}</Code>
            <details class="sb-details sb-details--near">
              <summary>{fillText(received.asSent, { length: values[0]?.length ?? 0 })}</summary>
              <Code long>{values[0] ?? ''}</Code>
            </details>
          </>
        )}
      </dd>
    </div>
  )
}

/** Scrolls within itself; reached by keyboard, so that it can. `long`: has no lines of its own. */
function Code({ children, long = false }: { children: string; long?: boolean }) {
  return (
    <pre class={long ? 'sb-code sb-code--long' : 'sb-code'} tabindex={0}>
      {children}
    </pre>
  )
}

function factsOf(received: ReceivedLogIn, { language }: Shell): [string, string | ReturnType<typeof Code>][] {
  const text = serviceText[language].received
  const { levels } = sandboxText[language]
  return [
    [text.level, received.assurance ? levels[received.assurance] : '–'],
    [
      text.nameId,
      <>
        <code>{received.nameId.value}</code>
        <small>{text.nameIdHint}</small>
      </>,
    ],
    [text.authenticatedAt, formatDateTime(received.authenticatedAt, language)],
    [text.authorities, received.authorities.join(', ')],
    [text.sessionIndex, <code>{received.sessionIndex ?? ''}</code>],
    [text.assertionId, <code>{received.assertionId}</code>],
  ]
}

/** The person first, what is said of the log-in last. */
function inOrder(attributes: readonly ReceivedAttribute[]): ReceivedAttribute[] {
  return [...attributes.filter(({ name }) => name), ...attributes.filter(({ name }) => !name)]
}

function logInName(samlName: string, { language }: Shell): string {
  const { logInNames } = serviceText[language]
  const key = (['specVersion', 'loa', 'ial', 'aal'] as const).find((one) => oioAttributes[one] === samlName)
  return key ? logInNames[key] : samlName
}

/** The heading of the page when somebody is logged in. */
export function receivedTitle({ fullName }: ReceivedLogIn, { language }: Shell): string {
  const text = serviceText[language].received
  return fullName === null ? text.title : fillText(text.titleNamed, { name: fullName })
}
