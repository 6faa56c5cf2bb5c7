/** Who runs this SEB, as the statements say it: by the settings. */
import type { Config } from '../../base/config.ts'
import { readBeginning } from '../../base/danish-time.ts'

export type Operator = {
  readonly name: string
  /** Where questions about personal data go; null: to the desk. */
  readonly dataProtectionMail: string | null
  readonly accessibilityReviewedAt: Date | null
}

type OperatorSettings = Pick<Config, 'OPERATOR_NAME' | 'DATA_PROTECTION_MAIL' | 'ACCESSIBILITY_REVIEWED'>

export function operatorOf(config: OperatorSettings): Operator {
  return {
    name: config.OPERATOR_NAME,
    dataProtectionMail: config.DATA_PROTECTION_MAIL ?? null,
    accessibilityReviewedAt: readBeginning(config.ACCESSIBILITY_REVIEWED),
  }
}
