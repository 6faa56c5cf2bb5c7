/** The guide for chief administrators, English. */
import type { ChiefText } from './text.da.ts'

export const en: ChiefText = {
  title: 'How to work as a chief user administrator',
  who: 'I am a chief user administrator',
  lead: 'Appoint administrators, keep units and bundles in order, and see that everybody still needs what they have.',
  tasks: {
    appoint: {
      title: 'Appoint an administrator',
      steps: [
        'Open {administrators}, and press {appoint}.',
        'Write the name under {search}, and press {show}.',
        'Press {choose} beside the right one.',
        'Choose {level}. Tick units or services if there are to be limits.',
        'Press {save}.',
      ],
      note: 'Be at least two chief user administrators. You are then not without one if somebody leaves.',
      picture: 'The page where the level and limits of an administrator are chosen.',
    },
    remove: {
      title: 'Remove an administrator',
      steps: [
        'Open {administrators}, and press {remove} beside the one in question.',
        'Read what happens, and press {removeNow}. It holds at once.',
      ],
      note: 'The last chief user administrator cannot be removed. Appoint another first.',
    },
    unit: {
      title: 'Create a unit',
      steps: [
        'Open {units}, and press {add}.',
        'Write the name under {name}.',
        'Write the numbers that the unit has, such as under {sor}. They are proposed when somebody is given a role.',
        'Press {save}. It then says {added}',
      ],
    },
    bundle: {
      title: 'Make a bundle of roles for a kind of work',
      steps: [
        'Open {bundles}, and press {add}.',
        'Write a name under {name}, and whom it is for under {description}.',
        'Tick {role}.',
        'Press {next}, choose what the roles apply to, and press {save}.',
        'It then says {saved}',
      ],
      note: 'You give the bundle from the employee’s page under {assign}. All its roles are given at once.',
    },
    startReview: {
      title: 'Start a periodic review',
      steps: [
        'Open {reviews}, and press {start}.',
        'Write what it is called under {name}, and the last day under {deadline}.',
        'Choose what becomes of roles that nobody answers for, such as {silence}.',
        'Press {begin}. The administrators are told.',
      ],
      note: 'On the same page you can let it repeat itself every year or every half year.',
    },
    waiting: {
      title: 'Decide when you get the requests that others do not reach',
      steps: [
        'Open {requests}, and press {settings}.',
        'Write the number under {days}, and press {save}.',
        'It then says {saved}',
      ],
    },
    log: {
      title: 'Find out who has done what',
      steps: [
        'Open {log}.',
        'Write the beginning of a name under {concerned}, and press {show}.',
        'Press {details} at an event to see what it said before and after.',
      ],
      note: 'If somebody has a number from an error page, search for it. That you read the log is written too.',
    },
    names: {
      title: 'Let employees see who has looked at their access',
      steps: ['Open {log}, and press {start} at the end of the page.', 'It then says {told}'],
    },
  },
}
