/** The field that a signed paper is chosen in. */
import { Field, type Wrong } from '../../access/management/fields.tsx'
import type { Language } from '../../web/languages.ts'
import { paperField } from '../papers/read-upload.ts'
import { paperText } from '../papers/text.ts'

export function UploadField({ language, wrong }: { readonly language: Language; readonly wrong: Wrong }) {
  const text = paperText[language].upload
  return (
    <Field id={paperField} label={text.label} hint={text.hint} wrong={wrong}>
      <input
        class="form-input"
        type="file"
        id={paperField}
        name={paperField}
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        aria-describedby={`${paperField}-fejl`}
      />
    </Field>
  )
}
