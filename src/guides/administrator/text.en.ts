/** The guide for administrators, English. */
import type { AdministratorText } from './text.da.ts'

export const en: AdministratorText = {
  title: 'How to work as a user administrator',
  who: 'I am a user administrator',
  lead: 'What you will do again and again. Most of it takes less than a minute.',
  tasks: {
    give: {
      title: 'Give a colleague read access until Friday',
      steps: [
        'Open {home}. Write your colleague’s name under {find}, and press {findNow}.',
        'Press {assign}.',
        'Press {role}. Below each role it says what it gives access to. Choose the one that gives least.',
        'Write the last day under {until}, and why under {reason}.',
        'Press {check}, and read it through.',
        'Press {give}. It then says {given}',
      ],
      note: 'The access ends by itself after the last day.',
      picture: 'A role before it is given: who, what, for how long and why.',
    },
    why: {
      title: 'See why somebody has a right',
      steps: [
        'Open {home}. Write your colleague’s name under {find}, and press {findNow}.',
        'Press {why} below the role in question. It says whether the role works, who gave it, and until when.',
      ],
    },
    create: {
      title: 'Create a new employee',
      steps: [
        'Open {home}, and press {create}.',
        'Write the name under {name}, and choose the unit under {unit}.',
        'Write the mail address under {mail}, and choose {invitation}.',
        'Press {createNow}. The employee gets a mail with a link that works for 14 days.',
      ],
      note: 'Give the roles at once. They work from the first log-in.',
    },
    takeBack: {
      title: 'Take a role back',
      steps: [
        'Open {home}. Write your colleague’s name under {find}, and press {findNow}.',
        'Press {takeBack} beside the role that is to go.',
        'Write why under {reason}, and press {button}.',
        'It then says {done} The access is gone at the next log-in.',
      ],
    },
    decide: {
      title: 'Answer a request',
      steps: [
        'Open {requests}. The one that has waited longest comes first.',
        'Press {request}. You see who it is, what they ask for, and what it would give.',
        'Press {approve}. It then says {approved}',
      ],
      note: 'You can also approve with less, ask or reject. A sensitive role takes two who approve. Your own is decided by somebody else.',
      picture: 'A request on one page: who, what, why, and what it gives.',
    },
    ask: {
      title: 'Ask before you answer a request',
      steps: [
        'Open {requests}, and press {request}.',
        'Press {question}.',
        'Write your question under {words}, and press {send}.',
        'It then says {returned} The request waits until there is an answer.',
      ],
    },
    change: {
      title: 'Change a role, such as its last day',
      steps: [
        'Open {home}. Write your colleague’s name under {find}, and press {findNow}.',
        'Press {change} beside the role.',
        'Write the new day under {until}, and press {check}.',
        'See what it said before, and what it will say. Press {save}.',
        'It then says {saved}',
      ],
    },
    tryOut: {
      title: 'See what a log-in would give, before you give anything',
      steps: [
        'Open {home}. Write your colleague’s name under {find}, and press {findNow}.',
        'Press {simulate}, and choose {service}.',
        'Press {show}. Under {result} it says whether your colleague gets in, and with which roles.',
      ],
      note: 'Trying changes nothing.',
    },
    move: {
      title: 'Move an employee to another unit',
      steps: [
        'Open {home}. Write your colleague’s name under {find}, and press {findNow}.',
        'Press {move}, choose the unit under {to}, and press {next}.',
        'Choose for each role whether it is to follow.',
        'Write why under {reason}, and press {button}.',
        'It then says {done}',
      ],
    },
    suspend: {
      title: 'Suspend an account, and reopen it',
      steps: [
        'Open {home}. Write your colleague’s name under {find}, and press {findNow}.',
        'Press {suspend}. Read what happens.',
        'Write why under {reason}, and press {button}.',
        'It then says {done} Open log-ins end at once.',
        'To reopen it, press {reopen}, write why under {reason}, and press {reopenButton}.',
      ],
      note: 'If your colleague has left for good, end the account instead. That cannot be undone.',
    },
    bulk: {
      title: 'Change many at once',
      steps: [
        'Open {bulk}.',
        'Paste the rows of your spreadsheet under {pasted}, and write why under {reason}.',
        'Press {check}. You see each row before anything happens.',
        'Press {apply}.',
      ],
      note: 'If it was wrong, press {undo} on the same page. There is a template too, if you start from nothing.',
    },
    review: {
      title: 'Answer the periodic review',
      steps: [
        'Open {reviews}, and press {review}.',
        'Look first at those at the top: there is something unusual about them.',
        'Choose for each of them, such as {keep}, and press {save}.',
        'If the rest is in order, press {keepRest}.',
      ],
      note: 'What you remove stops at once, and you can undo it for 14 days. Nobody answers for themselves. If nobody answers in time, the role stops.',
      picture: 'A review: the unusual roles at the top, each with its answer.',
    },
    emergency: {
      title: 'Look at an emergency access',
      steps: [
        'Open {emergencies}, and press {person}.',
        'Read the reason, and choose {yes} if it was right.',
        'Press {send}. It then says {saved}',
      ],
      note: 'If it was not right, write why. The person can read it.',
    },
    away: {
      title: 'Arrange who steps in while you are away',
      steps: [
        'Open {away}.',
        'Write the days under {from} and {until}.',
        'Choose under {standIn}, and press {save}. It then says {saved}',
      ],
      note: 'Whoever steps in is told of requests in those days.',
    },
    extract: {
      title: 'Get an extract of who has what',
      steps: ['Open {extract}, and choose the day under {day}.', 'Press {download}.'],
      note: 'That you get it is written in the log.',
    },
    help: {
      title: 'Who can help?',
      steps: [
        'If there is something you may not do in the administration, ask the chief user administrator of your own organisation.',
        'If your organisation lacks a whole service, ask the service desk. You cannot give it yourself.',
        'The service desk has telephone {phone} and mail {mail}. Never write CPR numbers in a mail.',
      ],
    },
  },
}
