/** What whoever signs meets: who asks, what is signed for, that it is done, or why it cannot be. */
import { fillText } from '../../web/fill.ts'
import { formatDayCount, formatReference } from '../../web/format.ts'
import { HelpBox } from '../../web/help-box.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import type { EnrolmentFacts } from '../enrolment-facts.ts'
import { enrolPaths } from '../enrolment-paths.ts'
import { FactsView, Promises } from '../facts-view.tsx'
import type { SignProblem } from './sign-enrolment.ts'
import { signingText } from './text.ts'

/** Of the enrolment, what its pages say. */
export type SignedFor = {
  readonly organisation: string
  readonly cvr: string
  readonly contact: string
  readonly reference: string
}

type LandingProps = { readonly shell: Shell; readonly signedFor: SignedFor; readonly code: string }

export function SignLandingPage({ shell, signedFor, code }: LandingProps) {
  const text = signingText[shell.language].landing
  const title = fillText(text.title, signedFor)
  return (
    <Layout shell={shell} title={title}>
      <div class="seb-narrow">
        <h1>{title}</h1>
        <p class="lead">{fillText(text.lead, signedFor)}</p>
        <p>{fillText(text.how, signedFor)}</p>
        <form method="post" action={enrolPaths.signLanding}>
          <input type="hidden" name="kode" value={code} />
          <p class="seb-actions">
            <button class="button button-primary" type="submit">
              {text.button}
            </button>
          </p>
        </form>
        <p>{fillText(text.notYou, signedFor)}</p>
      </div>
    </Layout>
  )
}

export type SignPageProps = {
  readonly shell: Shell
  readonly signedFor: SignedFor
  readonly facts: EnrolmentFacts
  /** Of what is shown: what is signed for must be it. */
  readonly shownHash: string
  readonly name: string
  readonly mistake: 'may' | 'changed' | null
}

export function SignPage({ shell, signedFor, facts, shownHash, name, mistake }: SignPageProps) {
  const { assets } = shell
  const text = signingText[shell.language].sign
  const sentence = mistake && fillText(text.mistakes[mistake], signedFor)
  return (
    <Layout shell={shell} title={text.title} stylesheets={[assets.adminStylesheet, assets.enrolmentStylesheet]}>
      <div class="seb-narrow">
        <h1>{text.title}</h1>
        {sentence && (
          <div class="seb-mistakes" role="alert">
            <h2>{text.notSigned}</h2>
            <ul>
              <li>{mistake === 'may' ? <a href="#ja">{sentence}</a> : sentence}</li>
            </ul>
          </div>
        )}
        <p class="lead">{fillText(name === '' ? text.leadNoName : text.lead, { name, cvr: signedFor.cvr })}</p>
        <p class="strong">{facts.title}</p>
        <p class="quiet">
          {fillText(signingText[shell.language].signed.reference, { reference: formatReference(facts.reference) })}
        </p>
        <FactsView facts={facts} />
        <section class="seb-sign">
          <h2>{text.heading}</h2>
          <Promises promises={facts.promises} />
          <p>{text.kept}</p>
          <form method="post" action={enrolPaths.sign}>
            <input type="hidden" name="set" value={shownHash} />
            <div class={mistake === 'may' ? 'seb-field seb-field--bad' : 'seb-field'}>
              <p class="seb-mistake" id="ja-fejl">
                {mistake === 'may' ? sentence : ''}
              </p>
              <div class="form-group-checkbox">
                <input class="form-checkbox" type="checkbox" id="ja" name="ja" value="ja" aria-describedby="ja-fejl" />
                <label class="form-label" for="ja">
                  {fillText(text.may, signedFor)}
                </label>
              </div>
            </div>
            <div class="seb-actions">
              <button class="button button-primary" type="submit">
                {text.button}
              </button>
              <a class="seb-hit" href="/login/log-ud">
                {text.no}
              </a>
            </div>
          </form>
        </section>
      </div>
    </Layout>
  )
}

type SignedPageProps = { readonly shell: Shell; readonly signedFor: SignedFor; readonly usualDays: number }

export function SignedPage({ shell, signedFor, usualDays }: SignedPageProps) {
  const text = signingText[shell.language].signed
  return (
    <Layout shell={shell} title={text.title}>
      <div class="seb-narrow">
        <h1>{text.title}</h1>
        <p class="lead">{fillText(text.lead, { ...signedFor, days: formatDayCount(usualDays, shell.language) })}</p>
        <p>
          <a class="button button-secondary" href={enrolPaths.signPdf}>
            {text.pdf}
          </a>
        </p>
        <p class="quiet">{fillText(text.reference, { reference: formatReference(signedFor.reference) })}</p>
      </div>
    </Layout>
  )
}

type ProblemProps = {
  readonly shell: Shell
  readonly problem: SignProblem
  /** Null where the link leads to none. */
  readonly signedFor: SignedFor | null
  /** The CVR number of the log-in, where that is what is wrong. */
  readonly other: string
}

/** The problems that another log-in would not have. */
const otherLogIn: readonly SignProblem[] = ['private-log-in', 'not-mitid', 'wrong-organisation']

export function SignProblemPage({ shell, problem, signedFor, other }: ProblemProps) {
  const text = signingText[shell.language].problems
  const { title, next } = text.pages[problem]
  const values = { organisation: '', cvr: '', contact: '', reference: '', ...signedFor, other }
  return (
    <Layout shell={shell} title={title}>
      <h1>{title}</h1>
      <div class="seb-split">
        <div>
          <p class="lead">{fillText(next, values)}</p>
          {otherLogIn.includes(problem) && (
            <p class="seb-actions">
              <a class="button button-primary" href="/login/log-ud">
                {text.logOut}
              </a>
            </p>
          )}
        </div>
        <aside class="seb-aside" aria-label={text.help}>
          <HelpBox shell={shell} />
        </aside>
      </div>
    </Layout>
  )
}
