/** What a step of a sign-in comes to. */
import type { AccountChoice } from './attributes/rule.ts'
import type { Outbound } from './ports.ts'
import type { Refusal } from './refusal.ts'
import type { SignIn } from './sign-in.ts'

/** What the browser is to be shown or told. */
export type Outcome =
  /** Stored; the browser is to come back with its cookies. */
  | { kind: 'resume'; signIn: SignIn }
  | { kind: 'choose-provider'; signIn: SignIn }
  | { kind: 'choose-account'; signIn: SignIn; choices: readonly AccountChoice[] }
  | { kind: 'refused'; signIn: SignIn; refusal: Refusal }
  | {
      kind: 'outbound'
      signIn: SignIn
      to: 'identity-provider' | 'service'
      outbound: Outbound
      /** A new session has begun in this browser; the token is known only here and there. */
      sessionToken: string | null
    }
