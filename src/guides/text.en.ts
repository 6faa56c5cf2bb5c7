/** The guide for administrators, English. */
import type { GuideText } from './text.da.ts'

export const en: GuideText = {
  title: 'How to work as a user administrator',
  lead: 'Five things you will do again and again. Each takes less than a minute.',
  legend: 'What you press stands in {press}. What you fill in stands in {field}.',
  legendPress: 'bold',
  legendField: 'italics',
  home: 'To the administration',
  contents: 'On this page',
  begin: 'Always begin on the first page of the administration, {overview}.',
  colleague: 'the name of your colleague',
  theRole: 'the role',
  find: 'Write {colleague} under {search}, and press {show}. If several have that name, choose the right one on the list.',
  give: {
    assign: 'Press {assign}.',
    role: 'Press {role}. Below each role it says what it gives access to. Choose the one that gives least.',
    fill: 'Write the last day under {until}, for example this Friday, and why under {reason}.',
    check: 'Press {check}, and read it through.',
    done: 'Press {give}. Your colleague has the access from the next log-in, and it ends by itself.',
  },
  why: {
    open: 'Press {why} below the role in question. It says whether the role has effect, who gave it, and until when.',
  },
  create: {
    begin: 'Press {create}.',
    fill: 'Write the name under {name}, and choose the unit under {unit}.',
    known: 'Write the mail address under {mail}, and choose {invitation}.',
    save: 'Press {createNow}. The employee gets a mail with a link that works for 14 days.',
  },
  takeBack: {
    open: 'Press {takeBack} beside the role that is to go.',
    done: 'Write why under {reason}, and press {button}. The access is gone at the next log-in.',
  },
  ask: {
    organisation:
      'If there is something you may not do in the administration, ask the chief user administrator of your own organisation.',
    service: 'If your organisation lacks a whole service, ask the service desk. You cannot give it yourself.',
    desk: 'The service desk has telephone {phone} and mail {mail}. Never write CPR numbers in a mail.',
  },
}
