/** "Hvor arbejder du?": asked of somebody new; the list is searched where it is long. */
import { fillText } from '../../web/fill.ts'
import { draftPath } from '../request-paths.ts'
import type { AskableUnit } from './askable.store.ts'
import { Choice, ChoiceSearch, type ChoosingProps, NothingFound, StepPage } from './choose-parts.tsx'
import { askText } from './text.ts'

export type ChooseUnitPageProps = ChoosingProps & {
  readonly draftId: string
  readonly units: readonly AskableUnit[]
  readonly searched: string
  /** Whether there are more than are shown. */
  readonly further: boolean
}

export function ChooseUnitPage(props: ChooseUnitPageProps) {
  const { frame, draftId, units, searched, further, organisation } = props
  const text = askText[frame.shell.language]
  const here = draftPath(draftId, 'enhed')
  return (
    <StepPage {...props} title={text.unit.title} lead={fillText(text.unit.lead, { organisation })}>
      {(further || searched !== '') && <ChoiceSearch frame={frame} what="unit" action={here} searched={searched} />}
      {units.length === 0 && <NothingFound frame={frame} searched={searched} />}
      <form method="post" action={here}>
        <ul class="seb-or plain-list">
          {units.map(({ id, name, above }) => (
            <Choice
              frame={frame}
              name="enhed"
              value={id}
              label={name}
              hints={above === null ? [] : [fillText(text.unit.under, { unit: above })]}
            />
          ))}
        </ul>
        {further && <p class="quiet">{text.further}</p>}
      </form>
    </StepPage>
  )
}
