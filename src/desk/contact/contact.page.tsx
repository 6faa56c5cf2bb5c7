/** `/kontakt`: how to reach the service desk, whether it is open now, and the ways that are quicker. */
import { openingAt } from '../../base/opening-hours.ts'
import { fill, fillText } from '../../web/fill.ts'
import { formatHourCount, formatList } from '../../web/format.ts'
import { formatWeekHours } from '../../web/format-hours.ts'
import type { Language } from '../../web/languages.ts'
import { Layout } from '../../web/layout.tsx'
import { OpenNow } from '../../web/open-now.tsx'
import { Phone } from '../../web/phone.tsx'
import type { Shell } from '../../web/shell.ts'
import { urgentAim } from '../cases/aims.ts'
import { ContactForm, type ContactFormProps } from './contact-form.tsx'
import { deskText } from './text.ts'

export type ContactPageProps = {
  readonly shell: Shell
  readonly now: Date
  /** Null while the database is down: what it sends could not be kept. */
  readonly form: ContactFormProps | null
  /** Where one asks for access. */
  readonly askHref?: string
  readonly enrolHref?: string
}

export function ContactPage({ shell, now, form, askHref, enrolHref }: ContactPageProps) {
  const { desk, language, links } = shell
  const text = deskText[language].contact
  const quicker = [
    { what: text.first.status, link: text.first.statusLink, href: links.status },
    { what: text.first.access, link: text.first.accessLink, href: askHref },
    { what: text.first.guides, link: text.first.guidesLink, href: links.guides },
    { what: text.first.enrol, link: text.first.enrolLink, href: enrolHref },
  ].filter(({ href }) => href !== undefined)
  return (
    <Layout shell={shell} title={text.title} stylesheets={[shell.assets.adminStylesheet]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="seb-split">
        <div>
          <section aria-labelledby="ring">
            <h2 id="ring">{text.phone.title}</h2>
            <p class="seb-big">
              <Phone number={desk.phone} />
            </p>
            <OpenNow shell={shell} opening={openingAt(desk.phoneHours, now)} now={now} />
            <p>{fill(text.phone.hours, { hours: formatWeekHours(desk.phoneHours.week, language) })}</p>
          </section>
          <section class="seb-section" aria-labelledby="skriv">
            <h2 id="skriv">{text.mail.title}</h2>
            <p>
              <a class="seb-mail" href={`mailto:${desk.mail}?subject=SEB`}>
                {desk.mail}
              </a>
            </p>
            <p>{fill(text.mail.hours, { hours: formatWeekHours(desk.mailHours.week, language) })}</p>
            <ul>
              <li>{text.mail.subject}</li>
              <li>{text.mail.phone}</li>
              <li>{text.mail.cvr}</li>
              <li>{text.mail.cpr}</li>
            </ul>
          </section>
          <section class="seb-section" aria-labelledby="vagt">
            <h2 id="vagt">{text.onCall.title}</h2>
            <p>{fill(text.onCall.who, { services: formatList(desk.onCallServices, language) })}</p>
            <p>{fill(text.onCall.call, { phone: <Phone number={desk.onCallPhone} /> })}</p>
            <p>{fillText(text.onCall.aim, soonest(language))}</p>
            <p>{text.onCall.else}</p>
          </section>
          {form ? <ContactForm language={language} {...form} /> : <p class="seb-section">{text.noForm}</p>}
        </div>
        {quicker.length > 0 && (
          <aside class="seb-aside" aria-labelledby="hurtigere">
            <h2 id="hurtigere">{text.first.title}</h2>
            {quicker.map(({ what, link, href }) => (
              <p>
                {what}
                <br />
                <a href={href}>{link}</a>
              </p>
            ))}
          </aside>
        )}
      </div>
    </Layout>
  )
}

function soonest(language: Language) {
  return { answer: formatHourCount(urgentAim.answer, language), solve: formatHourCount(urgentAim.solve, language) }
}
