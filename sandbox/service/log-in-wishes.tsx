/** What a person can have a demo service ask SEB for: the form, and how it is read again. */
import { assuranceLevels } from '../../src/base/assurance.ts'
import type { Shell } from '../../src/web/shell.ts'
import { servicePath } from '../addresses.ts'
import { isProviderKey, providerKeys, providers } from '../data/providers.ts'
import { sandboxText } from '../pages/text.ts'
import type { DemoService, LogInWishes } from './demo-service.ts'
import { serviceText } from './text.ts'

export const wishFields = {
  force: 'nyt',
  passive: 'tavst',
  level: 'niveau',
  kind: 'slags',
  provider: 'udbyder',
} as const

const kinds = ['professional', 'person'] as const

/** `entityIdOf` turns a provider's key into what SEB knows it by. */
export function readWishes(query: URLSearchParams, entityIdOf: (key: string) => string | null): LogInWishes {
  const provider = query.get(wishFields.provider)
  return {
    force: query.has(wishFields.force),
    passive: query.has(wishFields.passive),
    assurance: assuranceLevels.find((level) => level === query.get(wishFields.level)) ?? null,
    kind: kinds.find((kind) => kind === query.get(wishFields.kind)) ?? null,
    provider: isProviderKey(provider) ? entityIdOf(provider) : null,
  }
}

export function WishesForm({ shell, service }: { shell: Shell; service: DemoService }) {
  const { language } = shell
  const text = serviceText[language].wishes
  const { kinds: kindNames, levels } = sandboxText[language]
  return (
    <details class="sb-details">
      <summary>{text.title}</summary>
      <form method="get" action={servicePath(service.key).logIn}>
        <p>{text.lead}</p>
        <Tick name={wishFields.force} label={text.force} />
        <Tick name={wishFields.passive} label={text.passive} />
        <Select
          name={wishFields.level}
          label={text.level}
          any={text.any}
          options={assuranceLevels.map((level) => [level, levels[level]])}
        />
        <Select
          name={wishFields.kind}
          label={text.kind}
          any={text.any}
          options={kinds.map((kind) => [kind, kindNames[kind]])}
        />
        <Select
          name={wishFields.provider}
          label={text.provider}
          any={text.any}
          options={providerKeys.map((key) => [key, providers[key].names[language]])}
        />
        <button class="button button-secondary seb-after" type="submit">
          {text.submit}
        </button>
      </form>
    </details>
  )
}

function Tick({ name, label }: { name: string; label: string }) {
  return (
    <div class="form-group-checkbox">
      <input class="form-checkbox" type="checkbox" id={`oenske-${name}`} name={name} value="1" />
      <label for={`oenske-${name}`}>{label}</label>
    </div>
  )
}

type SelectProps = { name: string; label: string; any: string; options: (readonly [value: string, name: string])[] }

function Select({ name, label, any, options }: SelectProps) {
  return (
    <div class="sb-field">
      <label class="form-label" for={`oenske-${name}`}>
        {label}
      </label>
      <select class="sb-select" id={`oenske-${name}`} name={name}>
        <option value="">{any}</option>
        {options.map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </div>
  )
}
