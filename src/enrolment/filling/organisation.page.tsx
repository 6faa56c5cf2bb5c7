/** First step: who the organisation is, and where it works from. */
import { SelectField, TextField, type Wrong } from '../../access/management/fields.tsx'
import { organisationKinds } from '../../access/management/organisations/organisation.store.ts'
import { managementText } from '../../access/management/text.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { missingPath } from '../../desk/missing/missing-path.ts'
import { fillText } from '../../web/fill.ts'
import { Icon } from '../../web/icons.tsx'
import type { Shell } from '../../web/shell.ts'
import { enrolStepPath } from '../enrolment-paths.ts'
import { emptyUnit, type TypedOrganisation, type TypedUnit } from '../typed-enrolment.ts'
import { mostUnits, unitField } from './check-typed.ts'
import { type EnrolFrameProps, EnrolPage, StepButtons, stepForm } from './enrol-frame.tsx'
import { StepMistakes } from './step-mistakes.tsx'
import { fillingText } from './text.ts'

export type OrganisationPageProps = EnrolFrameProps & {
  readonly typed: TypedOrganisation
  readonly wrong: Wrong
  /** SEB knows an organisation by the number. Whose it is and who administers it is not told. */
  readonly isTaken: boolean
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { shell, enrolment, typed, wrong, isTaken } = props
  const { language } = shell
  const text = fillingText[language].organisation
  const shown = typed.units.length === 0 ? [emptyUnit] : typed.units
  return (
    <EnrolPage {...props} step="organisation" title={text.title} lead={text.lead}>
      <StepMistakes language={language} wrong={wrong} />
      {isTaken && <Taken shell={shell} />}
      <form class="seb-form" id={stepForm} method="post" action={enrolStepPath(enrolment.reference, 'organisation')}>
        {/* Whatever button stands first is pressed by Enter. */}
        <button class="sr-only" type="submit" name="til" value="videre" tabindex={-1}>
          {fillingText[language].next}
        </button>
        <TextField id="cvr" label={text.cvr} hint={text.cvrHint} value={typed.cvr} wrong={wrong} longest={40} />
        <TextField id="navn" label={text.name} hint={text.nameHint} value={typed.name} wrong={wrong} longest={200} />
        <SelectField
          id="art"
          label={text.kind}
          value={typed.kind ?? ''}
          none={text.choose}
          choices={organisationKinds.map((kind) => ({ value: kind, name: managementText[language].kinds[kind] }))}
          wrong={wrong}
        />
        <TextField id="adresse" label={text.address} hint={text.addressHint} value={typed.address} wrong={wrong} />
        <h2>{text.units}</h2>
        <p class="quiet">{text.unitsHint}</p>
        {shown.map((unit, at) => (
          <Unit {...{ shell, unit, wrong }} number={at + 1} isOnly={shown.length === 1} />
        ))}
        {shown.length < mostUnits && (
          <p>
            <button class="button button-secondary" type="submit" name="til" value="enhed">
              {text.addUnit}
            </button>
          </p>
        )}
        <StepButtons shell={shell} back={false} />
      </form>
    </EnrolPage>
  )
}

type UnitProps = {
  readonly shell: Shell
  readonly unit: TypedUnit
  readonly number: number
  readonly wrong: Wrong
  readonly isOnly: boolean
}

function Unit({ shell, unit, number, wrong, isOnly }: UnitProps) {
  const text = fillingText[shell.language].organisation
  const optional = (label: string) => fillText(text.optional, { label })
  return (
    <fieldset class="seb-scope">
      <legend>{fillText(text.unit, { number })}</legend>
      <TextField
        id={unitField(number, 'navn')}
        label={text.unitName}
        hint={text.unitNameHint}
        value={unit.name}
        wrong={wrong}
        longest={200}
      />
      <TextField id={unitField(number, 'sor')} label={optional(text.sor)} value={unit.sor} wrong={wrong} longest={40} />
      <TextField
        id={unitField(number, 'pnummer')}
        label={optional(text.pNumber)}
        value={unit.pNumber}
        wrong={wrong}
        longest={40}
      />
      <TextField
        id={unitField(number, 'ydernummer')}
        label={optional(text.ydernummer)}
        value={unit.ydernummer}
        wrong={wrong}
        longest={40}
      />
      {!isOnly && (
        <button class="seb-textbutton" type="submit" name="til" value={`uden-${number}`}>
          {fillText(text.removeUnit, { number })}
        </button>
      )}
    </fieldset>
  )
}

function Taken({ shell }: { readonly shell: Shell }) {
  const text = fillingText[shell.language].taken
  return (
    <div class="seb-callout seb-callout--warn" role="status">
      <Icon sprite={shell.assets.icons} name="info" />
      <p class="strong">{text.title}</p>
      <p>{text.what}</p>
      <p>
        <a href={minePaths.ask}>{text.ask}</a>
      </p>
      <p>{text.missing}</p>
      <p>
        <a href={missingPath}>{text.toMissing}</a>
      </p>
    </div>
  )
}
