/** "Skal reglen ophøre?": what it means that a rule about roles holds no more. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { Save } from '../management/fields.tsx'
import { ruleBelow } from './conflict-paths.ts'
import { nameOf } from './rules.page.tsx'
import type { KeptRule } from './rules.store.ts'
import { rulesText } from './rules-text.ts'

export type EndRulePageProps = { readonly frame: AdminFrame; readonly base: string; readonly rule: KeptRule }

export function EndRulePage({ frame, base, rule }: EndRulePageProps) {
  const { language } = frame.shell
  const text = rulesText[language]
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.endTitle, { name: nameOf(rule, language) })}
      breadcrumb={[
        { name: text.title, href: base },
        { name: nameOf(rule, language), href: ruleBelow.rule(base, rule.id) },
      ]}
    >
      <p>{text.endMeans}</p>
      <form method="post" action={ruleBelow.end(base, rule.id)}>
        <Save language={language} button={text.endNow} back={ruleBelow.rule(base, rule.id)} />
      </form>
    </AdminLayout>
  )
}
