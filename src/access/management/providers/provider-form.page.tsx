/** The form of an identity provider: what people see of it, whom it may speak for, and how it is asked and believed. */
import { assuranceLevels } from '../../../base/assurance.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { Language } from '../../../web/languages.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import {
  ChoicesField,
  LinesField,
  Meanwhile,
  Mistakes,
  Save,
  SelectField,
  TextField,
  TickField,
  type Wrong,
} from '../fields.tsx'
import { managementPaths, providerPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import type { MetadataSource } from './metadata-source.ts'
import type { ProviderRow } from './providers.store.ts'
import { categories, logInKinds, providerKinds, shownTerms, type TypedProvider, termsOf } from './save-provider.ts'
import { providersText } from './text.ts'

export type ProviderFormPageProps = {
  readonly frame: AdminFrame
  /** Null: a new one, with what its metadata was read from. */
  readonly provider: ProviderRow | null
  readonly added: { readonly id: string; readonly entityId: string; readonly source: MetadataSource } | null
  readonly typed: TypedProvider
  readonly wrong: Wrong
  readonly stands: readonly (readonly [string, string])[]
}

export function ProviderFormPage({ frame, provider, added, typed, wrong, stands }: ProviderFormPageProps) {
  const { language } = frame.shell
  const text = providersText[language]
  const name = provider && (language === 'da' ? provider.name_da : provider.name_en)
  const list = { name: text.title, href: managementPaths.providers }
  const back = provider ? providerPath(provider.id) : managementPaths.providers
  return (
    <AdminLayout
      {...frame}
      title={name === null ? text.addTitle : fillText(text.changeTitle, { provider: name })}
      breadcrumb={name === null ? [list] : [list, { name, href: back }]}
    >
      <Mistakes language={language} wrong={wrong} />
      <Meanwhile language={language} stands={stands} />
      {added && (
        <div class="seb-callout seb-done" role="status">
          <p>{fillText(text.readDone, { entityId: added.entityId })}</p>
        </div>
      )}
      <form class="seb-form" method="post" action={provider ? providerPath(provider.id, 'ret') : providerPath('ny')}>
        {provider && <input type="hidden" name="set" value={shownTerms(termsOf(provider))} />}
        {added && (
          <>
            <input type="hidden" name="id" value={added.id} />
            <input type="hidden" name="trin" value="gem" />
            <input type="hidden" name="adresse" value={added.source.address} />
            <input type="hidden" name="entityid" value={added.source.entityId} />
            <textarea name="metadata" hidden>
              {added.source.xml}
            </textarea>
            <TextField id="noegle" label={text.key} hint={text.keyHint} value={typed.key} longest={128} wrong={wrong} />
            <ChoicesField
              id="slags"
              label={text.kind}
              kind="radio"
              choices={providerKinds.map((kind) => ({ value: kind, name: text.kinds[kind] }))}
              chosen={typed.kind ? [typed.kind] : []}
              wrong={wrong}
            />
          </>
        )}
        <ShownToPeople language={language} typed={typed} wrong={wrong} />
        <Believed language={language} typed={typed} wrong={wrong} />
        <Save language={language} button={provider ? managementText[language].save : text.save} back={back} />
      </form>
    </AdminLayout>
  )
}

type PartProps = { readonly language: Language; readonly typed: TypedProvider; readonly wrong: Wrong }

function ShownToPeople({ language, typed, wrong }: PartProps) {
  const text = providersText[language]
  return (
    <>
      <TextField id="navn-da" label={text.nameDa} value={typed.nameDa} wrong={wrong} />
      <TextField id="navn-en" label={text.nameEn} value={typed.nameEn} wrong={wrong} />
      <SelectField
        id="gruppe"
        label={text.category}
        value={typed.category ?? ''}
        none="–"
        choices={categories.map((category) => ({ value: category, name: text.categories[category] }))}
        wrong={wrong}
      />
      <TextField id="region" label={text.region} hint={text.searchHint} value={typed.region} wrong={wrong} />
      <TextField
        id="kommune"
        label={text.municipality}
        hint={text.searchHint}
        value={typed.municipality}
        wrong={wrong}
      />
      <LinesField id="alias" label={text.aliases} hint={text.aliasesHint} values={typed.aliases} wrong={wrong} />
      <LinesField id="soegeord" label={text.keywords} hint={text.keywordsHint} values={typed.keywords} wrong={wrong} />
    </>
  )
}

function Believed({ language, typed, wrong }: PartProps) {
  const text = providersText[language]
  const { settings } = typed
  return (
    <>
      <LinesField
        id="cvr"
        label={text.allowedCvrs}
        hint={text.allowedCvrsHint}
        values={typed.allowedCvrs}
        wrong={wrong}
      />
      <ChoicesField
        id="niveau"
        label={text.highest}
        hint={text.highestHint}
        kind="radio"
        choices={assuranceLevels.map((level) => ({ value: level, name: text.levels[level] }))}
        chosen={typed.highestAssurance ? [typed.highestAssurance] : []}
        wrong={wrong}
      />
      <ChoicesField
        id="log-in"
        label={text.logInKinds}
        kind="checkbox"
        choices={logInKinds.map((kind) => ({ value: kind, name: text.logInKindNames[kind] }))}
        chosen={typed.logInKinds}
        wrong={wrong}
      />
      <h2>{text.settings}</h2>
      <TickField id="krypteret" label={text.requireEncryption} ticked={settings.requireEncryption} />
      <TickField id="cbc" label={text.allowCbc} ticked={settings.allowCbc} />
      <TickField id="tjenesten" label={text.sendRequesterId} ticked={settings.sendRequesterId} />
      <TickField id="rettigheder" label={text.mergePrivileges} ticked={settings.privileges === 'merge'} />
      <TickField
        id="gammelt-niveau"
        label={text.acceptLegacyAssuranceLevel}
        ticked={settings.acceptLegacyAssuranceLevel}
      />
    </>
  )
}
