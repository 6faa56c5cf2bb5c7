/** "Husk mit valg på denne tjeneste": stands before the choices, since choosing submits. */
import { discoveryFields } from './discovery-address.ts'
import type { DiscoveryText } from './text.da.ts'

export function RememberTick({ text, form }: { text: DiscoveryText; form: string }) {
  return (
    <div class="seb-remember form-group-checkbox">
      <input
        type="checkbox"
        id="husk"
        name={discoveryFields.remember}
        value="1"
        form={form}
        class="form-checkbox"
        aria-describedby="husk-hint"
      />
      <label for="husk">{text.remember}</label>
      <span class="form-hint" id="husk-hint">
        {text.rememberHint}
      </span>
    </div>
  )
}
