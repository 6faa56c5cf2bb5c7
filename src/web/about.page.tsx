/** `/om`: what SEB is, who made it, who uses it, what its parts are, and what one logs in with. */
import { fill } from './fill.ts'
import { Layout } from './layout.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type AboutPageProps = {
  readonly shell: Shell
  /** Where one begins, which only the rooms behind the front page know. */
  readonly links: { readonly enrol?: string; readonly ask?: string }
}

export function AboutPage({ shell, links }: AboutPageProps) {
  const text = webText[shell.language].aboutSeb
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>{text.who}</p>
      <h2>{text.parts.title}</h2>
      <ul>
        {Object.values(text.parts.each).map(({ name, what }) => (
          <li>
            <b>{name}</b>: {what}
          </li>
        ))}
      </ul>
      <h2>{text.logIn.title}</h2>
      <p>{text.logIn.means}</p>
      <ul>
        {Object.values(text.logIn.each).map(({ name, what }) => (
          <li>
            <b>{name}</b>: {what}
          </li>
        ))}
      </ul>
      <h2>{text.roles.title}</h2>
      <p>{text.roles.text}</p>
      <h2>{text.next.title}</h2>
      <ul>
        <li>{fill(text.next.new, { link: <Way href={links.enrol} name={text.next.newLink} /> })}</li>
        <li>{fill(text.next.employee, { link: <Way href={links.ask} name={text.next.employeeLink} /> })}</li>
        <li>{fill(text.next.guides, { link: <Way href={shell.links.guides} name={text.next.guidesLink} /> })}</li>
        <li>{fill(text.next.contact, { link: <Way href={shell.links.contact} name={text.next.contactLink} /> })}</li>
      </ul>
    </Layout>
  )
}

function Way({ href, name }: { href: string | undefined; name: string }) {
  return href ? <a href={href}>{name}</a> : <>{name}</>
}
