/** The guide for citizens, English. */
import type { CitizenText } from './text.da.ts'

export const en: CitizenText = {
  title: 'How to do it as a citizen',
  who: 'I am a citizen',
  lead: 'Log in with your own MitID, and see your own information.',
  tasks: {
    logIn: {
      title: 'Log in with MitID Privat',
      steps: [
        'Open the service, and log in from there. It sends you to SEB.',
        'Press {person}.',
        'Choose {you}. After that you are in the service.',
      ],
      note: 'If you come to MitID at once, there is only one way to log in. You are then in the right place.',
    },
    wrong: {
      title: 'If you logged in for your workplace by mistake',
      steps: ['SEB says so on the page. Nothing has happened.', 'Press {other}, and log in with MitID Privat.'],
    },
    told: {
      title: 'What is the service told about you?',
      steps: [
        'The service is told only what it has agreed with SEB: such as your name and your CPR number.',
        'When you log in as a citizen, it is not told where you work, or which other services you use.',
      ],
    },
    logOut: {
      title: 'Log out',
      steps: [
        'Log out of the service, or open {logOut} and press {confirm}.',
        'It then says {out}. If others use the computer, close the browser too.',
      ],
    },
    help: {
      title: 'If it does not work',
      steps: [
        'See at {status} whether something is down.',
        'If your MitID does not work elsewhere either, get help at MitID.dk.',
        'Otherwise call the service desk on {phone}. Give the number on the page that went wrong.',
      ],
    },
  },
}
