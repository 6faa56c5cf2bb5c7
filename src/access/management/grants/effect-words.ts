/** What giving, changing and taking back does, in sentences. */
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import type { Language } from '../../../web/languages.ts'
import type { Counted } from '../counted.ts'
import { countWords } from '../effect.page.tsx'
import type { ChangeEffect } from './change-grant.ts'
import type { GiveEffect } from './give-grants.ts'
import type { KindLoss } from './take-back-from-kind.ts'
import { grantsText } from './text.ts'

export function giveWords({ get, have, revived }: GiveEffect, language: Language): string[] {
  const text = grantsText[language]
  return [
    counted(get, [text.willGetNone, text.willGetOne, text.willGet], language),
    ...(have > 0 ? [counted(have, ['', text.haveOne, text.have], language)] : []),
    revived.rights === 0 ? text.revivedNone : fillText(text.revived, countWords(revived, language)),
  ]
}

export function changeWords({ lost, sooner, gained }: ChangeEffect, until: Date | null, language: Language): string[] {
  const text = grantsText[language]
  const date = until ? formatDate(new Date(until.getTime() - 1), language) : ''
  const some = ({ rights }: Counted) => rights > 0
  return [
    some(lost) ? fillText(text.changeLoss, countWords(lost, language)) : text.changeLossNone,
    ...(some(sooner) ? [fillText(text.changeSooner, { ...countWords(sooner, language), date })] : []),
    ...(some(gained) ? [fillText(text.changeGain, countWords(gained, language))] : []),
  ]
}

export function kindLossWords({ organisations, loss }: KindLoss, language: Language): string[] {
  const text = grantsText[language]
  return [
    counted(organisations, [text.willLoseNone, text.willLoseOne, text.willLose], language),
    loss.rights === 0 ? text.lossNone : fillText(text.loss, countWords(loss, language)),
  ]
}

function counted(count: number, [none, one, many]: readonly [string, string, string], language: Language): string {
  if (count === 0) return none
  return count === 1 ? one : fillText(many, { count: new Intl.NumberFormat(language).format(count) })
}
