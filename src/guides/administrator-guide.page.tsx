/**
 * "Sådan gør du som brugeradministrator": the five tasks, step by step. A button or a field is named by the very text of the
 * page where it stands, so the guide cannot fall behind; `strong` is pressed, `em` is filled in, `var` is the reader's own.
 */
import type { Child } from 'hono/jsx'
import { adminPaths } from '../access/admin/admin-paths.ts'
import { assignText } from '../access/admin/assign/text.ts'
import { decideText } from '../access/admin/decide/text.ts'
import { employeesText } from '../access/admin/employees/text.ts'
import { inviteText } from '../access/admin/invite/text.ts'
import { type GuideTask, guideParts, guideTasks } from '../access/admin/overview/guide-address.ts'
import { overviewText } from '../access/admin/overview/text.ts'
import { explainText } from '../access/explain/text.ts'
import { fill } from '../web/fill.ts'
import type { Language } from '../web/languages.ts'
import { Layout } from '../web/layout.tsx'
import { Phone } from '../web/phone.tsx'
import type { Shell } from '../web/shell.ts'
import { guideText } from './text.ts'

export function AdministratorGuidePage({ shell }: { shell: Shell }) {
  const { language } = shell
  const text = guideText[language]
  const { tasks } = overviewText[language].howTo
  const sections: Readonly<Record<GuideTask, Child>> = {
    give: <Steps steps={giveSteps(language)} />,
    why: <Steps steps={whySteps(language)} />,
    create: <Steps steps={createSteps(language)} />,
    takeBack: <Steps steps={takeBackSteps(language)} />,
    ask: <Ask shell={shell} />,
  }
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <nav aria-label={text.contents}>
        <ul>
          {guideTasks.map((task) => (
            <li>
              <a href={`#${guideParts[task]}`}>{tasks[task]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {fill(text.legend, {
          press: <strong>{text.legendPress}</strong>,
          field: <em>{text.legendField}</em>,
        })}{' '}
        {fill(text.begin, { overview: <a href={adminPaths.home}>{overviewText[language].title}</a> })}
      </p>
      {guideTasks.map((task) => (
        <section class="seb-section seb-guide" aria-labelledby={guideParts[task]}>
          <h2 id={guideParts[task]}>{tasks[task]}</h2>
          {sections[task]}
        </section>
      ))}
      <p class="seb-actions seb-section">
        <a class="button button-primary" href={adminPaths.home}>
          {text.home}
        </a>
      </p>
    </Layout>
  )
}

function Steps({ steps }: { steps: readonly Child[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <li>{step}</li>
      ))}
    </ol>
  )
}

function findStep(language: Language): Child {
  const text = guideText[language]
  return fill(text.find, {
    colleague: <var>{text.colleague}</var>,
    search: field(overviewText[language].find),
    show: press(overviewText[language].findNow),
  })
}

function giveSteps(language: Language): Child[] {
  const { give, theRole } = guideText[language]
  const names = assignText[language]
  return [
    findStep(language),
    fill(give.assign, { assign: press(names.assign) }),
    fill(give.role, { role: <var>{theRole}</var> }),
    fill(give.fill, { until: field(names.until), reason: field(names.reason) }),
    fill(give.check, { check: press(names.toCheck) }),
    fill(give.done, { give: press(names.give) }),
  ]
}

function whySteps(language: Language): Child[] {
  return [findStep(language), fill(guideText[language].why.open, { why: press(explainText[language].whyQuestion) })]
}

function createSteps(language: Language): Child[] {
  const { create } = guideText[language]
  const names = inviteText[language]
  return [
    fill(create.begin, { create: press(names.create) }),
    fill(create.fill, { name: field(names.name), unit: field(employeesText[language].unit) }),
    fill(create.known, { mail: field(names.mail), invitation: press(names.ways.invitation) }),
    fill(create.save, { createNow: press(names.createNow) }),
  ]
}

function takeBackSteps(language: Language): Child[] {
  const { takeBack } = guideText[language]
  const names = decideText[language]
  return [
    findStep(language),
    fill(takeBack.open, { takeBack: press(names.withdraw.link) }),
    fill(takeBack.done, { reason: field(names.reason), button: press(names.withdraw.button) }),
  ]
}

function Ask({ shell }: { shell: Shell }) {
  const { ask } = guideText[shell.language]
  const { desk } = shell
  return (
    <>
      <p>{ask.organisation}</p>
      <p>{ask.service}</p>
      <p>
        {fill(ask.desk, {
          phone: <Phone number={desk.phone} />,
          mail: (
            <a class="seb-mail" href={`mailto:${desk.mail}?subject=SEB`}>
              {desk.mail}
            </a>
          ),
        })}
      </p>
    </>
  )
}

const press = (name: string) => <strong>{name}</strong>
const field = (name: string) => <em>{name}</em>
