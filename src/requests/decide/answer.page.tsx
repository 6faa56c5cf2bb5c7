/** "Spørg" and "Afvis": what is asked, or why the answer is no, in one's own words. */
import { MistakeSummary } from '../../access/admin/form-field.tsx'
import { fillText } from '../../web/fill.ts'
import { addressOf, FormCarries, RequestLayout, type RequestPageProps } from './request.page.tsx'
import { RequestFacts } from './request-facts.tsx'
import { decideText } from './text.ts'
import { saidOf, WordsField } from './words-field.tsx'

export type AnswerPageProps = Omit<RequestPageProps, 'mistake' | 'ownPersonId' | 'limits' | 'exception'> & {
  readonly way: 'spoerg' | 'afvis'
}

export function AnswerPage(props: AnswerPageProps) {
  const { frame, described, way, words, wordsMistake } = props
  const { language } = frame.shell
  const text = decideText[language]
  const { name } = described.employee
  const ask = way === 'spoerg'
  return (
    <RequestLayout {...props} title={fillText(text.ways[way].title, { name })}>
      {wordsMistake && (
        <MistakeSummary title={text.mistakesTitle} mistakes={[saidOf(wordsMistake, { language, words, name })]} />
      )}
      <RequestFacts {...props} />
      <form class="seb-form" method="post" action={addressOf(props, way)}>
        <FormCarries {...props} />
        <WordsField
          shell={frame.shell}
          label={ask ? text.question : text.reason}
          hint={fillText(ask ? text.questionHint : text.reasonHint, { name })}
          mistake={wordsMistake}
          {...{ words, name }}
        />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {ask ? text.ask : text.reject}
          </button>
          <a class="seb-hit" href={addressOf(props)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </RequestLayout>
  )
}
