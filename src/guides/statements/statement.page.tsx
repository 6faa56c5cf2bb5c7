/** `/tilgaengelighed` and `/privatliv`: headings and sentences, with what the operator has set. */

import { minePaths } from '../../access/mine/mine-paths.ts'
import { mineText } from '../../access/mine/text.ts'
import { fill } from '../../web/fill.ts'
import { formatDate } from '../../web/format.ts'
import { Layout } from '../../web/layout.tsx'
import { Phone } from '../../web/phone.tsx'
import type { Shell } from '../../web/shell.ts'
import type { Operator } from './operator.ts'
import { statementText } from './text.ts'

export type StatementPageProps = {
  readonly shell: Shell
  readonly about: 'accessibility' | 'privacy'
  readonly operator: Operator
}

type Sections = Readonly<Record<string, { readonly title: string; readonly text: readonly string[] }>>

export function StatementPage({ shell, about, operator }: StatementPageProps) {
  const { language, desk } = shell
  const { title, lead, sections } = statementText[language][about]
  const places = {
    operator: operator.name,
    reviewed: operator.accessibilityReviewedAt ? formatDate(operator.accessibilityReviewedAt, language) : '–',
    mail: <Mail address={desk.mail} />,
    dataMail: <Mail address={operator.dataProtectionMail ?? desk.mail} />,
    phone: <Phone number={desk.phone} />,
    mine: <a href={minePaths.home}>{mineText[language].title}</a>,
  }
  return (
    <Layout shell={shell} title={title}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {Object.entries<Sections[string]>(sections).map(([name, section]) => (
        <section class="seb-section seb-guide" aria-labelledby={name}>
          <h2 id={name}>{section.title}</h2>
          {section.text.length === 1 ? (
            <p>{fill(section.text[0] ?? '', places)}</p>
          ) : (
            <ul>
              {section.text.map((sentence) => (
                <li>{fill(sentence, places)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Layout>
  )
}

function Mail({ address }: { address: string }) {
  return (
    <a class="seb-mail" href={`mailto:${address}?subject=SEB`}>
      {address}
    </a>
  )
}
