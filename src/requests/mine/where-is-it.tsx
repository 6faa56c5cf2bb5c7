/** "Hvor er den nu?": by function, by name where the organisation tells its people, since when, and what usually takes how long. */
import { lastDay } from '../../access/admin/employees/last-day.ts'
import type { Deciders } from '../../access/appointments/deciders.ts'
import { fillText } from '../../web/fill.ts'
import { formatDate, formatDateTime, formatList } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import { requestPath } from '../request-paths.ts'
import type { RequestState } from '../request-state.ts'
import type { MyRequestPageProps } from './my-request.page.tsx'
import type { MyRequest } from './my-requests.store.ts'
import { mineText } from './text.ts'

export function WhereIsIt(props: Pick<MyRequestPageProps, 'frame' | 'request' | 'where'> & { state: RequestState }) {
  const { frame, request, state } = props
  const { language } = frame.shell
  const text = mineText[language].where
  const { service } = request
  return (
    <section class="seb-block" aria-labelledby="hvor">
      <div class="seb-panel">
        <h2 id="hvor">{text.title}</h2>
        {sentences(props).map((sentence) => (
          <p>{sentence}</p>
        ))}
        {state === 'approved' && request.kind !== 'less-access' && service?.address && (
          <p class="seb-actions">
            <a class="button button-primary" href={requestPath(request.id, 'videre')}>
              {fillText(text.goOn, { service: language === 'da' ? service.nameDa : service.nameEn })}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

function sentences({
  frame,
  request,
  where,
  state,
}: Pick<MyRequestPageProps, 'frame' | 'request' | 'where'> & { state: RequestState }): string[] {
  const { language } = frame.shell
  const text = mineText[language].where
  switch (state) {
    case 'submitted':
      return [
        ...(where.deciders ? whoHasIt(request, where.deciders, language) : []),
        fillText(text.since, { at: formatDateTime(request.submittedAt, language) }),
        ...(request.firstApproved ? [text.firstApproved] : []),
        ...(where.usual === null ? [] : [fillText(text.usual, { time: waitWords(where.usual, language) })]),
        fillText(text.lapses, { date: formatDate(lastDay(request.expiresAt), language) }),
      ]
    case 'approved':
      return [request.role === null ? text.approvedAccount : text.approved]
    case 'draft':
      return []
    default:
      return [text[state]]
  }
}

function whoHasIt({ organisation, unit }: MyRequest, { line, people }: Deciders, language: Language): string[] {
  const text = mineText[language].where
  if (people.length === 0) return [fillText(text.nobody, { organisation: organisation.name })]
  const names = organisation.tellsNames
    ? [
        fillText(text.names, {
          names: formatList(
            people.map(({ name }) => name),
            language,
          ),
        }),
      ]
    : []
  const places = { organisation: organisation.name, place: unit?.name ?? organisation.name }
  return [fillText(text[line], places), ...names]
}

const hour = 3_600_000

function waitWords(milliseconds: number, language: Language): string {
  const { time } = mineText[language]
  const hours = Math.round(milliseconds / hour)
  if (hours < 1) return time.minutes
  if (hours < 20) return fillText(time.hours, { count: hours })
  const days = Math.max(Math.round(hours / 24), 1)
  return days === 1 ? time.oneDay : fillText(time.days, { count: days })
}
