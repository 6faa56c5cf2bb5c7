/** What somebody with an invitation meets: who invites, whether it is really them, that it is done, or why it cannot be. */
import { fillText } from '../../web/fill.ts'
import { HelpBox } from '../../web/help-box.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { minePaths } from '../mine/mine-paths.ts'
import type { InvitationProblem } from './accept-invitation.ts'
import { invitationPaths } from './invitation.ts'
import { invitationText } from './text.ts'

export function InvitationPage({ shell, organisation, code }: { shell: Shell; organisation: string; code: string }) {
  const text = invitationText[shell.language].landing
  const title = fillText(text.title, { organisation })
  return (
    <Layout shell={shell} title={title}>
      <h1>{title}</h1>
      <p class="lead">{text.lead}</p>
      <p>{fillText(text.how, { organisation })}</p>
      <form method="post" action={invitationPaths.landing}>
        <input type="hidden" name="kode" value={code} />
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.button}
          </button>
        </p>
      </form>
      <p>{text.notYou}</p>
    </Layout>
  )
}

type ConfirmProps = { readonly shell: Shell; readonly organisation: string; readonly name: string | null }

export function ConfirmInvitationPage({ shell, organisation, name }: ConfirmProps) {
  const text = invitationText[shell.language].confirm
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">
        {name === null ? fillText(text.leadNoName, { organisation }) : fillText(text.lead, { name, organisation })}
      </p>
      <p>{text.effect}</p>
      <form method="post" action={invitationPaths.confirm}>
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.button}
          </button>
          <a class="seb-hit" href="/login/log-ud">
            {text.somebodyElse}
          </a>
        </p>
      </form>
    </Layout>
  )
}

export function InvitationTakenPage({ shell }: { shell: Shell }) {
  const text = invitationText[shell.language].taken
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p class="seb-actions">
        <a class="button button-primary" href={minePaths.home}>
          {text.button}
        </a>
      </p>
    </Layout>
  )
}

type ProblemProps = {
  readonly shell: Shell
  readonly problem: InvitationProblem
  /** Null where the link names none. */
  readonly organisation: string | null
}

/** The problems that another log-in would not have. */
const otherLogIn: readonly InvitationProblem[] = [
  'private-log-in',
  'wrong-organisation',
  'not-known-again',
  'already-employee',
]

export function InvitationProblemPage({ shell, problem, organisation }: ProblemProps) {
  const text = invitationText[shell.language].problems
  const { title, next } = text[problem]
  const values = { organisation: organisation ?? text.theOrganisation }
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
