/** What to press on SEB’s page to come to a person’s log-in: `MitID Erhverv`, `Lokal IdP → Region Nordhavn`. */
import type { LogInKind } from '../../src/brokering/authentication.ts'
import { fillText } from '../../src/web/fill.ts'
import type { Language } from '../../src/web/languages.ts'
import { type ProviderKey, providers } from '../data/providers.ts'
import { sandboxText } from './text.ts'

export function wayInWords({ provider, kind }: { provider: ProviderKey; kind: LogInKind }, language: Language): string {
  const text = sandboxText[language]
  if (providers[provider].kind === 'nemlog-in') return text.kinds[kind]
  return fillText(text.local, { provider: providers[provider].names[language] })
}
