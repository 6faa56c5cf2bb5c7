/** Second step: the security officer, the chief administrator and whoever signs. One person may be all three. */
import type { Child } from 'hono/jsx'
import { ChoicesField, Field, TextField, type Wrong } from '../../access/management/fields.tsx'
import type { Shell } from '../../web/shell.ts'
import { enrolStepPath } from '../enrolment-paths.ts'
import { chiefChoices, signerChoices, type TypedPeople, type TypedPerson } from '../typed-enrolment.ts'
import { personField, type Who } from './check-typed.ts'
import { type EnrolFrameProps, EnrolPage, StepButtons, stepForm } from './enrol-frame.tsx'
import { StepMistakes } from './step-mistakes.tsx'
import { fillingText } from './text.ts'

export type PeoplePageProps = EnrolFrameProps & { readonly typed: TypedPeople; readonly wrong: Wrong }

export function PeoplePage(props: PeoplePageProps) {
  const { shell, enrolment, typed, wrong } = props
  const { language } = shell
  const text = fillingText[language].people
  const choices = (values: readonly (keyof typeof text.is)[]) =>
    values.map((value) => ({ value, name: text.is[value] }))
  return (
    <EnrolPage {...props} step="personer" title={text.title} lead={text.lead}>
      <StepMistakes language={language} wrong={wrong} />
      <form class="seb-form" id={stepForm} method="post" action={enrolStepPath(enrolment.reference, 'personer')}>
        <Part title={text.officer} hint={text.officerHint}>
          <PersonFields {...{ shell, wrong }} who="sikkerhed" person={typed.officer} />
        </Part>
        <Part title={text.chief} hint={text.chiefHint}>
          <ChoicesField
            id="overbruger-er"
            label={text.whoChief}
            kind="radio"
            choices={choices(chiefChoices)}
            chosen={typed.chiefIs ? [typed.chiefIs] : []}
            wrong={wrong}
          />
          <div class="seb-other">
            <PersonFields {...{ shell, wrong }} who="overbruger" person={typed.chief} />
          </div>
        </Part>
        <Part title={text.signer} hint={text.signerHint}>
          <ChoicesField
            id="underskriver-er"
            label={text.whoSigner}
            kind="radio"
            choices={choices(signerChoices)}
            chosen={typed.signerIs ? [typed.signerIs] : []}
            wrong={wrong}
          />
          <div class="seb-other">
            <PersonFields {...{ shell, wrong }} who="underskriver" person={typed.signer} />
          </div>
        </Part>
        <StepButtons shell={shell} back />
      </form>
    </EnrolPage>
  )
}

/** The fields of somebody else are there only for somebody else, where the browser can tell (`:has`). */
function Part({ title, hint, children }: { title: string; hint: string; children: Child }) {
  return (
    <section class="seb-who">
      <h2>{title}</h2>
      <p class="quiet">{hint}</p>
      {children}
    </section>
  )
}

type PersonFieldsProps = {
  readonly shell: Shell
  readonly who: Who
  readonly person: TypedPerson
  readonly wrong: Wrong
}

function PersonFields({ shell, who, person, wrong }: PersonFieldsProps) {
  const text = fillingText[shell.language].people
  const phone = personField(who, 'telefon')
  return (
    <>
      <TextField id={personField(who, 'navn')} label={text.name} value={person.name} wrong={wrong} longest={200} />
      <TextField id={personField(who, 'mail')} label={text.email} type="email" value={person.email} wrong={wrong} />
      <Field id={phone} label={text.phone} wrong={wrong}>
        <input
          class="form-input"
          type="tel"
          id={phone}
          name={phone}
          value={person.phone}
          maxlength={40}
          aria-describedby={`${phone}-fejl`}
          autocomplete="off"
        />
      </Field>
      {who !== 'overbruger' && (
        <TextField
          id={personField(who, 'stilling')}
          label={text.function}
          hint={text.functionHint}
          value={person.function}
          wrong={wrong}
          longest={200}
        />
      )}
    </>
  )
}
