/** The facts of an enrolment on a page: what is read before it is signed, each section with a way to change it where there is one. */
import type { EnrolmentFacts } from './enrolment-facts.ts'

type FactsViewProps = {
  readonly facts: Pick<EnrolmentFacts, 'sections'>
  /** Addresses by the place of the section, and what the link says. */
  readonly edit?: { readonly text: string; readonly hrefs: readonly string[] }
}

export function FactsView({ facts, edit }: FactsViewProps) {
  return (
    <>
      {facts.sections.map(({ heading, rows }, at) => (
        <section class="seb-review">
          <div class="seb-review__head">
            <h2>{heading}</h2>
            {edit?.hrefs[at] && (
              <a class="seb-hit" href={edit.hrefs[at]}>
                {edit.text}
                <span class="sr-only"> {heading.toLowerCase()}</span>
              </a>
            )}
          </div>
          <dl class="seb-pairs">
            {rows.map(({ label, values: [first = '', ...more] }) => (
              <div>
                <dt>{label}</dt>
                <dd>
                  {first}
                  {more.map((value) => (
                    <small class="quiet">{value}</small>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

/** What the signature makes the organisation answer for. */
export function Promises({ promises }: { readonly promises: EnrolmentFacts['promises'] }) {
  return (
    <>
      <p>{promises.lead}</p>
      <ul>
        {promises.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  )
}
