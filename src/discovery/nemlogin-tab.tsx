/** The tab NemLog-in: as whom one logs in, each explained in one line. */
import { Icon, type IconName } from '../web/icons.js'
import type { Shell } from '../web/shell.js'
import { type ChoiceKind, writeChoice } from './choice.js'
import { discoveryFields } from './discovery-address.js'
import { choiceForm } from './discovery-form.js'
import type { LastUsed } from './local-tab.js'
import { RememberTick } from './remember-tick.js'
import { discoveryText } from './text.js'
import { Trouble } from './trouble.js'

export type NemloginWay = {
  readonly id: string
  /** MitID Erhverv may be used for this service. */
  readonly professional: boolean
  /** MitID Privat may be used for this service. */
  readonly person: boolean
  /** A sentence on what is wrong with NemLog-in just now. */
  readonly trouble: string | null
}

export function NemloginTab({ shell, way, lastUsed }: { shell: Shell; way: NemloginWay; lastUsed: LastUsed | null }) {
  const text = discoveryText[shell.language]
  const ways: { as: ChoiceKind; icon: IconName; name: string; hint: string }[] = [
    ...(way.professional
      ? [{ as: 'professional' as const, icon: 'business' as const, name: text.professional, hint: text.professionalHint }]
      : []),
    ...(way.person ? [{ as: 'person' as const, icon: 'person' as const, name: text.person, hint: text.personHint }] : []),
  ]
  return (
    <>
      <div class="seb-question">
        <h2>{text.asWhom}</h2>
        <RememberTick text={text} form={choiceForm} />
      </div>
      {way.trouble && <Trouble shell={shell} text={way.trouble} />}
      {ways.map(({ as, icon, name, hint }) => (
        <button
          class="seb-choice"
          type="submit"
          form={choiceForm}
          name={discoveryFields.choice}
          value={writeChoice({ providerId: way.id, as })}
        >
          <Icon sprite={shell.assets.icons} name={icon} />
          <span>
            <b>{name}</b>
            {lastUsed?.choice.providerId === way.id && lastUsed.choice.as === as && (
              <span class="seb-badge">{text.lastTime}</span>
            )}
            <small>{hint}</small>
          </span>
          <Icon sprite={shell.assets.icons} name="arrow-forward" />
        </button>
      ))}
    </>
  )
}
