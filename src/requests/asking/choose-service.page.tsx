/** "Hvilken tjeneste?": those of the organisation in which there is something to ask for. */
import { fillText } from '../../web/fill.ts'
import { draftPath } from '../request-paths.ts'
import type { AskableService } from './askable.store.ts'
import { Choice, ChoiceSearch, type ChoosingProps, NothingFound, StepPage } from './choose-parts.tsx'
import { askText } from './text.ts'

export type ChooseServicePageProps = ChoosingProps & {
  readonly draftId: string
  readonly services: readonly AskableService[]
  readonly searched: string
  readonly isLong: boolean
  /** Somebody new may ask for an account and nothing more. */
  readonly mayBeCreatedOnly: boolean
}

export function ChooseServicePage(props: ChooseServicePageProps) {
  const { frame, draftId, services, searched, isLong, mayBeCreatedOnly, organisation } = props
  const { language } = frame.shell
  const text = askText[language]
  const danish = language === 'da'
  const here = draftPath(draftId, 'tjeneste')
  return (
    <StepPage {...props} title={text.service.title} lead={fillText(text.service.lead, { organisation })}>
      {(isLong || searched !== '') && <ChoiceSearch frame={frame} what="service" action={here} searched={searched} />}
      {services.length === 0 && searched !== '' && <NothingFound frame={frame} searched={searched} />}
      {services.length === 0 && searched === '' && (
        <div class="seb-empty">
          <p class="strong">{text.service.empty}</p>
          <p>{fillText(text.service.emptyNext, { organisation })}</p>
        </div>
      )}
      <form method="post" action={here}>
        <ul class="seb-or plain-list">
          {services.map((service) => (
            <Choice
              frame={frame}
              name="tjeneste"
              value={service.id}
              label={danish ? service.nameDa : service.nameEn}
              hints={[danish ? service.descriptionDa : service.descriptionEn]}
            />
          ))}
          {mayBeCreatedOnly && (
            <Choice
              frame={frame}
              name="tjeneste"
              value="ingen"
              label={text.service.onlyAccount}
              hints={[text.service.onlyAccountHint]}
            />
          )}
        </ul>
      </form>
    </StepPage>
  )
}
