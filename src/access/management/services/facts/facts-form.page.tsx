/** "Ret beskrivelsen" and "Opret en tjeneste": what the service is. An owner writes the description, system management all of it. */
import type { MetadataFinding } from '../../../../services/metadata-reading.ts'
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import type { Language } from '../../../../web/languages.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import {
  type FieldMistakes,
  MistakeSummary,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TickField,
} from '../form/fields.tsx'
import { Findings } from '../metadata/findings.tsx'
import type { Place } from '../place.ts'
import { below, newServicePath, servicesPath } from '../services-paths.ts'
import { servicesText } from '../text.ts'
import { choices, type TypedFacts } from './read-facts.ts'

type FormProps = {
  readonly frame: AdminFrame
  readonly typed: TypedFacts
  readonly mistakes: FieldMistakes
}

export type FactsPageProps = FormProps & {
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
  /** What the form was made on. */
  readonly shown: string
}

export function FactsPage({ frame, place, service, typed, mistakes, shown }: FactsPageProps) {
  const { language } = frame.shell
  const text = servicesText[language].form
  return (
    <AdminLayout {...frame} title={fillText(text.title, { service })} breadcrumb={crumbsOf(place, service, language)}>
      <MistakeSummary title={text.mistakes} mistakes={mistakes} />
      <form class="seb-form" method="post" action={below.facts(place.base)} id="set">
        <input type="hidden" name="set" value={shown} />
        {place.as === 'management' && <NameFields {...{ frame, typed, mistakes }} />}
        <DescriptionFields {...{ frame, typed, mistakes }} />
        {place.as === 'management' && <RuleFields {...{ frame, typed, mistakes }} />}
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a href={place.base}>{text.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}

export type NewServicePageProps = FormProps & {
  readonly id: string
  readonly serviceKey: string
  readonly metadata: string
  readonly findings: readonly MetadataFinding[]
}

export function NewServicePage({ frame, id, serviceKey, typed, metadata, findings, mistakes }: NewServicePageProps) {
  const { language } = frame.shell
  const { form: text, ...words } = servicesText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.createTitle}
      lead={text.createLead}
      breadcrumb={[{ name: words.title, href: servicesPath }]}
    >
      <MistakeSummary title={text.mistakes} mistakes={mistakes} />
      <form class="seb-form" method="post" action={newServicePath}>
        <input type="hidden" name="id" value={id} />
        <NameFields {...{ frame, typed, mistakes }} />
        <TextField id="noegle" label={words.key} hint={text.keyHint} value={serviceKey} mistakes={mistakes} />
        <DescriptionFields {...{ frame, typed, mistakes }} />
        <RuleFields {...{ frame, typed, mistakes }} />
        <TextArea
          id="metadata"
          label={text.metadata}
          hint={text.metadataHint}
          value={metadata}
          rows={10}
          mistakes={mistakes}
        />
        {findings.length > 0 && <Findings shell={frame.shell} findings={findings} />}
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.create}
          </button>
          <a href={servicesPath}>{text.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}

function NameFields({ frame, typed, mistakes }: FormProps) {
  const text = servicesText[frame.shell.language].form
  return (
    <>
      <TextField id="navn-da" label={text.nameDa} value={typed['navn-da']} mistakes={mistakes} />
      <TextField id="navn-en" label={text.nameEn} value={typed['navn-en']} mistakes={mistakes} />
      <TextField
        id="kort-navn"
        label={text.shortName}
        hint={text.shortNameHint}
        value={typed['kort-navn']}
        mistakes={mistakes}
      />
    </>
  )
}

function DescriptionFields({ frame, typed, mistakes }: FormProps) {
  const { form: text, ...words } = servicesText[frame.shell.language]
  return (
    <>
      <TextArea
        id="beskrivelse-da"
        label={text.descriptionDa}
        hint={text.descriptionHint}
        value={typed['beskrivelse-da']}
        mistakes={mistakes}
      />
      <TextArea id="beskrivelse-en" label={text.descriptionEn} value={typed['beskrivelse-en']} mistakes={mistakes} />
      <TextField id="kontakt" label={words.contact} hint={text.contactHint} value={typed.kontakt} mistakes={mistakes} />
    </>
  )
}

function RuleFields({ frame, typed, mistakes }: FormProps) {
  const { form: text, ...words } = servicesText[frame.shell.language]
  const named = <Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, string>>) =>
    keys.map((key) => [key, names[key]] as const)
  return (
    <>
      <TextField id="adresse" label={words.address} hint={text.addressHint} value={typed.adresse} mistakes={mistakes} />
      <TextField id="ejer" label={words.owner} hint={text.ownerHint} value={typed.ejer} mistakes={mistakes} />
      <RadioField
        id="miljoe"
        label={words.environment}
        value={typed.miljoe}
        choices={named(choices.miljoe, words.environments)}
        mistakes={mistakes}
      />
      <RadioField
        id="maalgruppe"
        label={words.audience}
        value={typed.maalgruppe}
        choices={named(choices.maalgruppe, words.audiences)}
        mistakes={mistakes}
      />
      <RadioField
        id="adgang"
        label={words.access}
        value={typed.adgang}
        choices={named(choices.adgang, words.accesses)}
        mistakes={mistakes}
      />
      <SelectField
        id="niveau"
        label={words.lowestAssurance}
        value={typed.niveau}
        choices={named(choices.niveau, words.assurances)}
        mistakes={mistakes}
      />
      <TickField
        id="log-in"
        legend={words.logInKinds}
        mistakes={mistakes}
        ticks={choices.kinds.map((kind) => ({
          id: `log-in-${kind}`,
          label: words.logInKind[kind],
          checked: typed.kinds.includes(kind),
        }))}
      />
      <TickField
        id="drift"
        legend={text.switches}
        mistakes={mistakes}
        ticks={[
          { id: 'kritisk', label: text.criticalTick, checked: typed.kritisk },
          { id: 'aktiv', label: text.enabledTick, checked: typed.aktiv },
        ]}
      />
    </>
  )
}

/** From the list down to the service, for whoever has a list. */
export function crumbsOf({ as, base }: Pick<Place, 'as' | 'base'>, service: string, language: Language) {
  const itself = { name: service, href: base }
  return as === 'management' ? [{ name: servicesText[language].title, href: servicesPath }, itself] : [itself]
}
