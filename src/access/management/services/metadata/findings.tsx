/** What was found in metadata, in plain words: what must be corrected first, then what should be looked at, then what is fine. */
import { isFault, type MetadataFinding, metadataMerits } from '../../../../services/metadata-reading.ts'
import { fillText } from '../../../../web/fill.ts'
import { Icon, type IconName } from '../../../../web/icons.tsx'
import type { Shell } from '../../../../web/shell.ts'
import { metadataText } from './text.ts'

type FindingsProps = { readonly shell: Shell; readonly findings: readonly MetadataFinding[] }

export function Findings({ shell, findings }: FindingsProps) {
  const text = metadataText[shell.language]
  const faults = findings.filter(isFault)
  const merits = findings.filter(({ code }) => metadataMerits.some((merit) => merit === code))
  const remarks = findings.filter((finding) => !faults.includes(finding) && !merits.includes(finding))
  const verdict = faults.length > 0 ? text.verdictBad : remarks.length > 0 ? text.verdictRemarks : text.verdictGood
  return (
    <section class="seb-section" aria-labelledby="fundet">
      <h2 id="fundet">{verdict}</h2>
      <Group {...{ shell }} title={text.faults} findings={faults} icon="error" grave="bad" />
      <Group {...{ shell }} title={text.remarks} findings={remarks} icon="warning" grave="warn" />
      <Group {...{ shell }} title={text.merits} findings={merits} icon="success" grave="ok" />
    </section>
  )
}

type GroupProps = FindingsProps & {
  readonly title: string
  readonly icon: IconName
  readonly grave: 'bad' | 'warn' | 'ok'
}

function Group({ shell, title, findings, icon, grave }: GroupProps) {
  if (findings.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="seb-findings plain-list">
        {findings.map((finding) => (
          <li class={`seb-state--${grave}`}>
            <Icon sprite={shell.assets.icons} name={icon} />
            <span>{fillText(metadataText[shell.language].findings[finding.code], finding.values)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
