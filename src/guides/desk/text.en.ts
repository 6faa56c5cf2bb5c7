/** The guide for the service desk, English. */
import type { DeskGuideText } from './text.da.ts'

export const en: DeskGuideText = {
  title: 'How to work at the service desk',
  who: 'I work at the service desk',
  lead: 'Tell when something is down, and find what you need in order to help.',
  tasks: {
    incident: {
      title: 'Tell of an incident',
      steps: [
        'Open {messages}, and press {incident}.',
        'Correct the text under {text}, so that it says what happens, and what one can do.',
        'Choose {part}, and what happens to it, such as {effect}. Choose {priority}',
        'Press {publish}. It then says {published}',
      ],
      note: 'For a critical incident we owe news every half hour. The list says when.',
      picture: 'The form of an operational message about an incident.',
    },
    window: {
      title: 'Announce a service window',
      steps: [
        'Open {messages}, and press {window}.',
        'Write the day under {begins} and the time under {time}.',
        'Write the day under {ends} too and the time under {time}, and press {go}.',
        'Read the text. It is written from the times.',
        'Choose {part}, and press {publish}.',
        'It then says {published}',
      ],
      note: 'The light of the operational status does not change before the window begins.',
    },
    solved: {
      title: 'Say that an incident is solved',
      steps: ['Open {messages}, and press {message}.', 'Press {end}. It then says {ended}'],
      note: 'The light goes back by itself.',
    },
    newCase: {
      title: 'Open a case when somebody calls',
      steps: [
        'Open {cases}, and press {create}.',
        'Write under {subject} and {asked}, and choose under {kind}.',
        'Write the name under {name} and the number under {phone}.',
        'Press {save}. It then says {created}',
      ],
      note: 'If they have a number from an error page, write that too. You can then look up their log-in from the case.',
    },
    workCase: {
      title: 'Take a case, and solve it',
      steps: [
        'Open {cases}, and press {one}.',
        'Press {take}.',
        'Write an answer, or call. Press {resolve} when the case is solved without an answer.',
        'It then says {resolved}',
      ],
      note: 'Each time a person is looked up it is written in the log with the case.',
    },
    orphans: {
      title: 'Find organisations without an administrator',
      steps: ['Open {orphans}.', 'For each it says who it might be. System management appoints.'],
    },
    organisation: {
      title: 'Look an organisation up',
      steps: [
        'Open {organisations}. Write a name or CVR number under {search}, and press {show}.',
        'Press {organisation}. It shows units, administrators and services.',
      ],
    },
    mail: {
      title: 'See whether mail arrives',
      steps: ['Open {mail}.', 'It says what waits, and what could not be delivered.'],
    },
  },
}
