/** Last step: all of it once more, and how it is signed. */

import { fillText } from '../../web/fill.ts'
import { formatDayCount } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { EnrolmentFacts } from '../enrolment-facts.ts'
import { enrolmentDeedPath, enrolStepPath } from '../enrolment-paths.ts'
import { FactsView, Promises } from '../facts-view.tsx'
import { peopleOf } from '../typed-enrolment.ts'
import { type EnrolFrameProps, EnrolPage } from './enrol-frame.tsx'
import { fillingText } from './text.ts'

export type CheckPageProps = EnrolFrameProps & {
  readonly facts: EnrolmentFacts
  /** Of what is shown: a second press sends nothing more. */
  readonly version: number
  /** How many working days an answer usually takes. */
  readonly usualDays: number
}

const editable = ['organisation', 'personer', 'tjenester'] as const

export function CheckPage(props: CheckPageProps) {
  const { shell, enrolment, facts, lacking, usualDays, version } = props
  const { reference, typed } = enrolment
  const text = fillingText[shell.language].check
  const names = fillingText[shell.language].steps.names
  const { signer, chief } = peopleOf(typed.people)
  const values = {
    name: signer.name,
    email: signer.email,
    cvr: typed.organisation.cvr,
    chief: chief.name,
    organisation: typed.organisation.name,
    days: formatDayCount(usualDays, shell.language),
  }
  return (
    <EnrolPage {...props} step="kontrol" title={text.title} lead={text.lead}>
      {lacking.length > 0 && (
        <div class="seb-callout seb-callout--warn" role="status">
          <Icon sprite={shell.assets.icons} name="warning" />
          <p class="strong">{text.missing}</p>
          <ul>
            {lacking.map((step) => (
              <li>
                <a href={`${enrolStepPath(reference, step)}?fejl`}>{names[step]}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FactsView
        facts={facts}
        edit={{ text: text.edit, hrefs: editable.map((step) => enrolStepPath(reference, step)) }}
      />
      {lacking.length === 0 && (
        <section class="seb-sign">
          <h2>{text.sign}</h2>
          <Promises promises={facts.promises} />
          <p>{fillText(text.signerMail, values)}</p>
          <form method="post" action={enrolmentDeedPath(reference, 'underskrift')}>
            <input type="hidden" name="version" value={version} />
            <div class="seb-actions">
              <button class="button button-primary" type="submit" name="hvordan" value="mail">
                {text.send}
              </button>
            </div>
            <p>{fillText(text.signSelfText, values)}</p>
            <div class="seb-actions">
              <button class="button button-secondary" type="submit" name="hvordan" value="selv">
                {text.signSelf}
              </button>
            </div>
            <h3>{text.paper}</h3>
            <p>{text.paperText}</p>
            <button class="seb-textbutton" type="submit" name="hvordan" value="papir">
              {text.usePaper}
            </button>
          </form>
        </section>
      )}
      <section class="seb-section">
        <h2>{text.next}</h2>
        <ol class="seb-numbered">
          {Object.values(text.nexts).map((sentence) => (
            <li>{fillText(sentence, values)}</li>
          ))}
        </ol>
      </section>
    </EnrolPage>
  )
}
