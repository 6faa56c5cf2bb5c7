/** The very answer for those who build the service: attributes by their own names, and the list of privileges as sent. */
import type { Shell } from '../../../web/shell.ts'
import type { Simulation } from './simulation.ts'
import { simulatorText } from './text.ts'

export function TechnicalAnswer({ shell, simulation }: { shell: Shell; simulation: Simulation }) {
  const text = simulatorText[shell.language]
  const { written, privileges } = simulation
  return (
    <details class="seb-why">
      <summary>{text.technical}</summary>
      <p>{text.technicalLead}</p>
      <dl class="seb-pairs">
        {written
          .filter(({ values }) => !privileges || !values?.includes(privileges.base64))
          .map(({ name, values }) => (
            <div>
              <dt>{name}</dt>
              <dd>{values ? values.join(', ') : text.atLogIn}</dd>
            </div>
          ))}
      </dl>
      {privileges ? (
        <>
          <h4>{text.listTitle}</h4>
          <pre class="seb-code">{indented(privileges.xml)}</pre>
          <h4>{text.listEncoded}</h4>
          <pre class="seb-code" id="rettighedsliste">
            {privileges.base64}
          </pre>
        </>
      ) : (
        <p>{text.noList}</p>
      )}
    </details>
  )
}

/** A line for each element, further in for each level. Text is escaped in it, so every `<` begins a tag. */
function indented(xml: string): string {
  let depth = 0
  return xml
    .split(/>\s*(?=<)/)
    .map((line, index, all) => {
      const tag = index < all.length - 1 ? `${line}>` : line
      if (tag.startsWith('</')) depth -= 1
      const shown = '  '.repeat(Math.max(depth, 0)) + tag
      if (/^<[^/?!][^>]*[^/]>$/.test(tag)) depth += 1
      return shown
    })
    .join('\n')
}
