/** Third step: the services that the organisation wants. */
import { ChoicesField, type Wrong } from '../../access/management/fields.tsx'
import { enrolStepPath } from '../enrolment-paths.ts'
import type { OfferedService } from '../offered-services.store.ts'
import { type EnrolFrameProps, EnrolPage, StepButtons, stepForm } from './enrol-frame.tsx'
import { StepMistakes } from './step-mistakes.tsx'
import { fillingText } from './text.ts'

export type ServicesPageProps = EnrolFrameProps & {
  readonly offered: readonly OfferedService[]
  readonly chosen: readonly string[]
  readonly wrong: Wrong
}

export function ServicesPage(props: ServicesPageProps) {
  const { shell, enrolment, offered, chosen, wrong } = props
  const { language } = shell
  const text = fillingText[language].services
  return (
    <EnrolPage {...props} step="tjenester" title={text.title} lead={text.lead}>
      <StepMistakes language={language} wrong={wrong} />
      <form class="seb-form" id={stepForm} method="post" action={enrolStepPath(enrolment.reference, 'tjenester')}>
        {offered.length === 0 ? (
          <p class="seb-empty">{text.none}</p>
        ) : (
          <ChoicesField
            id="tjeneste"
            label={text.which}
            kind="checkbox"
            choices={offered.map(({ id, name, description }) => ({
              value: id,
              name: name[language],
              ...(description[language] === '' ? {} : { hint: description[language] }),
            }))}
            chosen={chosen}
            wrong={wrong}
          />
        )}
        <StepButtons shell={shell} back />
      </form>
    </EnrolPage>
  )
}
