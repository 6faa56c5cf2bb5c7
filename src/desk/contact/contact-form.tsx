/** The form on the contact page: a case at the desk, with a telephone number to be reached at. */
import { ChoicesField, Field, Mistakes, SelectField, TextField, type Wrong } from '../../access/management/fields.tsx'
import type { Language } from '../../web/languages.ts'
import { casesText } from '../cases/text.ts'
import { contactPath, writeHere } from './contact-paths.ts'
import type { ListedService } from './contact-services.store.ts'
import { deskText } from './text.ts'
import { contactKinds, type TypedContact } from './typed-contact.ts'

export type ContactFormProps = {
  readonly typed: TypedContact
  readonly wrong: Wrong
  readonly formId: string
  readonly services: readonly ListedService[]
}

export function ContactForm({ language, typed, wrong, formId, services }: ContactFormProps & { language: Language }) {
  const text = deskText[language].form
  const { kinds } = casesText[language]
  const field = (id: string, label: string, value: string) => ({ id, label, value, wrong })
  return (
    <section class="seb-section" aria-labelledby={writeHere}>
      <h2 id={writeHere}>{text.title}</h2>
      <p>{text.lead}</p>
      <Mistakes language={language} wrong={wrong} />
      <form class="seb-form" method="post" action={contactPath}>
        <input type="hidden" name="id" value={formId} />
        <ChoicesField
          {...{ id: 'slags', label: text.kind, kind: 'radio', wrong }}
          chosen={[typed.kind]}
          choices={contactKinds.map((kind) => ({ value: kind, name: kinds[kind] }))}
        />
        <TextField {...field('emne', text.subject, typed.subject)} longest={200} />
        <Field id="besked" label={text.words} hint={text.wordsHint} wrong={wrong}>
          <textarea class="form-input" id="besked" name="besked" rows={6} aria-describedby="besked-fejl">
            {typed.words}
          </textarea>
        </Field>
        <TextField {...field('navn', text.name, typed.name)} longest={100} />
        <TextField {...field('telefon', text.phone, typed.phone)} hint={text.phoneHint} longest={40} />
        <TextField {...field('mail', text.mail, typed.email)} hint={text.mailHint} type="email" longest={254} />
        <TextField {...field('cvr', text.cvr, typed.cvr)} hint={text.cvrHint} longest={20} />
        <SelectField
          {...field('tjeneste', text.service, typed.serviceId)}
          none={text.noService}
          choices={services.map((service) => ({ value: service.id, name: service[language] }))}
        />
        <TextField {...field('reference', text.reference, typed.reference)} hint={text.referenceHint} longest={20} />
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.send}
          </button>
        </p>
      </form>
    </section>
  )
}
