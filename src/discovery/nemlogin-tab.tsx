/** The tab NemLog-in: as whom one logs in, each explained in one line. */
import { Icon, type IconName } from '../web/icons.tsx'
import type { Shell } from '../web/shell.ts'
import { writeChoice } from './choice.ts'
import { discoveryFields } from './discovery-address.ts'
import { choiceForm } from './discovery-form.ts'
import type { LastUsed } from './local-tab.tsx'
import type { LogInKind } from './provider.ts'
import { RememberTick } from './remember-tick.tsx'
import { discoveryText } from './text.ts'
import { Trouble } from './trouble.tsx'

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
  const ways: { kind: LogInKind; icon: IconName; name: string; hint: string }[] = [
    ...(way.professional
      ? [
          {
            kind: 'professional' as const,
            icon: 'business' as const,
            name: text.professional,
            hint: text.professionalHint,
          },
        ]
      : []),
    ...(way.person
      ? [{ kind: 'person' as const, icon: 'person' as const, name: text.person, hint: text.personHint }]
      : []),
  ]
  return (
    <>
      <div class="seb-question">
        <h2>{text.asWhom}</h2>
        <RememberTick text={text} form={choiceForm} />
      </div>
      {way.trouble && <Trouble shell={shell} text={way.trouble} />}
      {ways.map(({ kind, icon, name, hint }) => (
        <button
          class="seb-choice"
          type="submit"
          form={choiceForm}
          name={discoveryFields.choice}
          value={writeChoice({ identityProviderId: way.id, logInKind: kind })}
        >
          <Icon sprite={shell.assets.icons} name={icon} />
          <span>
            <b>{name}</b>
            {lastUsed?.choice.logInKind === kind && <span class="seb-badge">{text.lastTime}</span>}
            <small>{hint}</small>
          </span>
          <Icon sprite={shell.assets.icons} name="arrow-forward" />
        </button>
      ))}
    </>
  )
}
