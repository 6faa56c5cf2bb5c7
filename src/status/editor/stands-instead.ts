/** What another has saved of a message, wherever it differs from what was typed: nobody overwrites it unseen. */
import type { Language } from '../../web/languages.ts'
import type { StatusMessage } from '../message.ts'
import type { StatusPart } from '../part.ts'
import { editorText } from './text.ts'
import { type TypedMessage, typedOf } from './typed-message.ts'

export function standsInstead(
  message: StatusMessage,
  typed: TypedMessage,
  { parts, language }: { parts: readonly StatusPart[]; language: Language },
): (readonly [name: string, stands: string])[] {
  const text = editorText[language]
  const nameOf = (key: string) => parts.find((part) => part.key === key)?.name[language] ?? key
  const shown = ({ kind, priority, effect, ...it }: TypedMessage) =>
    [
      [text.titleDa, it.titleDa],
      [text.textDa, it.textDa],
      [text.titleEn, it.titleEn],
      [text.textEn, it.textEn],
      [text.parts, it.parts.map(nameOf).sort().join(', ')],
      [text.effect, text.effects[effect]],
      [text.priority, priority === null ? '' : text.priorities[priority]],
      [kind === 'incident' ? text.began : text.begins, `${it.beginDay} ${it.beginTime}`],
      [text.ends, `${it.endDay} ${it.endTime}`.trim()],
    ] as const
  const mine = shown(typed)
  return shown(typedOf(message)).filter(([, stands], at) => stands !== mine[at]?.[1])
}
