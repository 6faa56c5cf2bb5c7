/** Where metadata is pasted or a file is chosen. */
import type { Language } from '../../../../web/languages.ts'
import { type FieldMistakes, TextArea } from '../form/fields.tsx'
import { metadataText } from './text.ts'

type MetadataFieldsProps = {
  readonly language: Language
  readonly metadata: string
  readonly mistakes: FieldMistakes
}

export function MetadataFields({ language, metadata, mistakes }: MetadataFieldsProps) {
  const text = metadataText[language]
  return (
    <>
      <TextArea id="metadata" label={text.field} hint={text.fieldHint} value={metadata} rows={12} mistakes={mistakes} />
      <div class="seb-field">
        <label class="form-label" for="fil">
          {text.file}
        </label>
        <span class="form-hint">{text.fileHint}</span>
        <input class="form-input" type="file" id="fil" name="fil" accept=".xml,application/xml,text/xml" />
      </div>
    </>
  )
}
