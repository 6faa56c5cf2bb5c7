/** The words and the shape of a message, a part and the light: nothing is told by colour alone. */
import type { IconName } from '../web/icons.tsx'
import type { Language } from '../web/languages.ts'
import type { Light, PartStatus } from './current-status.ts'
import { phaseOf, type StatusMessage } from './message.ts'
import { statusText } from './text.ts'

export interface Sign {
  tone: 'ok' | 'warn' | 'bad' | 'plan'
  icon: IconName
  words: string
}

const shapes: Readonly<Record<Sign['tone'], IconName>> = { ok: 'success', warn: 'warning', bad: 'error', plan: 'time' }

function sign(tone: Sign['tone'], words: string): Sign {
  return { tone, icon: shapes[tone], words }
}

const tones: Readonly<Record<Light, Sign['tone']>> = { green: 'ok', yellow: 'warn', orange: 'warn', red: 'bad' }

export function signOfLight(light: Light, language: Language): Sign {
  return sign(tones[light], statusText[language].lights[light].name)
}

/** `Kører som normalt`, `Ustabil`, `Nede`, `Servicevindue i gang`. */
export function signOfPart({ light, effect, planned }: PartStatus, language: Language): Sign {
  const { states } = statusText[language]
  if (effect === 'none') return sign('ok', states.normal)
  if (planned) return sign('plan', states.window)
  return effect === 'down' ? sign(tones[light], states.down) : sign('warn', states.unstable)
}

/** What kind of news it is, as it stands now. */
export function signOfMessage(message: StatusMessage, now: Date, language: Language): Sign {
  const { labels } = statusText[language]
  const phase = phaseOf(message, now)
  if (message.kind === 'notice') return sign('ok', labels.notice)
  if (message.kind === 'window') {
    if (phase === 'over') return sign('ok', labels.windowOver)
    return sign('plan', phase === 'going-on' ? labels.windowNow : labels.window)
  }
  if (phase === 'over') return sign('ok', labels.solved)
  return message.effect === 'unstable' ? sign('warn', labels.unstable) : sign('bad', labels.incident)
}
