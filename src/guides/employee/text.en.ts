/** The guide for employees, English. */
import type { EmployeeText } from './text.da.ts'

export const en: EmployeeText = {
  title: 'How to do it as an employee',
  who: 'I am an employee',
  lead: 'Log in, ask for access, see what you may do, and get help when you are refused.',
  tasks: {
    logIn: {
      title: 'Log in to a service with MitID Erhverv',
      steps: [
        'Open the service, and log in from there. It sends you to SEB.',
        'Press {professional}. You then log in for your workplace.',
        'Choose {you}. After that you are in the service.',
      ],
      picture: 'The page where one chooses how to log in: NemLog-in or Local IdP.',
    },
    local: {
      title: 'Log in with your workplace’s own log-in',
      steps: [
        'Open the service, and log in from there. It sends you to SEB.',
        'Press {local}.',
        'Write your region, municipality or workplace under {search}, and press {find}.',
        'Press {provider}.',
        'Choose {you}, or write your user name and password.',
      ],
      note: 'Tick {remember} if nobody else uses the computer. We will not ask again.',
    },
    whom: {
      title: 'Choose whom you log in for',
      steps: [
        'If you have an account in several places, SEB asks: {question}',
        'Press {workplace}. The service gets only your roles there.',
      ],
      note: 'To change, log out and log in again.',
    },
    refused: {
      title: 'If you are refused',
      steps: [
        'Read the first line of the page. It says why.',
        'See under {checks} what worked and what was missing.',
        'If you can ask for the access, press {ask}. What we know is filled in.',
        'Choose {role} if the page asks which one you need.',
        'Write one sentence under {reason}, and press {toCheck}.',
        'Read it through, and press {send}. It then says {sent}',
      ],
      note: 'If you call the service desk on {phone}, give the number at the bottom of the page. They can then see what happened.',
      picture: 'A page that says a role is missing, with a button to ask for it.',
    },
    newHere: {
      title: 'Be created at a new workplace',
      steps: [
        'Open {ask}, and log in for your new workplace.',
        'Press {newHere}.',
        'Choose {unit}.',
        'Choose {service}.',
        'Choose {role}. What your colleagues have comes first.',
        'Write what you need it for under {reason}, and your mail address under {email}.',
        'Press {toCheck}, read it through, and press {send}.',
        'It then says {sent}',
      ],
    },
    invitation: {
      title: 'Accept an invitation',
      steps: [
        'Open the link in the mail, and press {accept}.',
        'Log in with {logIn}.',
        'If it is you that the page names, press {confirm}.',
        'It then says {taken}. Your roles work the next time you log in to a service.',
      ],
      note: 'The link works for 14 days, and only once. Do not pass it on.',
    },
    ask: {
      title: 'Ask for one more role',
      steps: [
        'Open {ask}, and press {more}.',
        'Choose {service}.',
        'Choose {role}. What your colleagues have comes first.',
        'Write what you need it for under {reason}.',
        'Press {toCheck}, read it through, and press {send}.',
        'It then says {sent}',
      ],
      note: 'You are told when there is an answer. The role works the next time you log in.',
      picture: 'The last step of a request: everything that was chosen, and the button that sends it.',
    },
    follow: {
      title: 'Follow your request, or withdraw it',
      steps: [
        'Open {requests}, and press {request}.',
        'Under {where} it says who has it and how long it usually takes.',
        'If you no longer need it, press {withdraw}.',
      ],
    },
    mine: {
      title: 'See what you may do, and who has looked at it',
      steps: [
        'Open {mine}.',
        'For each service it says which roles you have, what they apply to, and until when.',
        'Press {why} beside a role. It says who gave it, and what it rests on.',
        'At the end, under {events}, you see who has looked at or changed your access.',
      ],
      picture: 'My access: the roles in each service, what they apply to, and until when.',
    },
    lose: {
      title: 'Get rid of a role you do not use',
      steps: ['Open {mine}, and press {lose} beside the role.', 'Write under {reason}, and press {send}.'],
      note: 'The role works until your user administrator has removed it.',
    },
    administrator: {
      title: 'Find out who your administrator is',
      steps: [
        'Open {missing}. It says who gives access where you work.',
        'If the one named has left, or there is nobody, press {gone}.',
        'Write your number under {phone}, and press {send}.',
        'It then says {received}',
      ],
      note: 'If you only lack access, you need not know who it is: your request gets there by itself.',
    },
    emergency: {
      title: 'Take emergency access when it cannot wait',
      steps: [
        'Log in to the service. On the page that refuses you, press {emergency}.',
        'If there are several roles, choose the one you need.',
        'Write under {reason}, and press {now}.',
        'It then says {yours} You can go on to the service at once.',
      ],
      note: 'It is for emergencies. The administrators are told, and look afterwards at whether it was right.',
    },
    messages: {
      title: 'Choose what you get mail about',
      steps: [
        'Open {notices}, and press {settings}.',
        'Choose for each kind whether you want mail at once, collected or not at all.',
        'Press {save}. It then says {saved}',
      ],
    },
    status: {
      title: 'Get mail when something is down',
      steps: [
        'Open {subscribe}, and write your mail address under {address}.',
        'Choose what you want to hear about, and press {ask}.',
        'It then says {asked}. Press the link in the mail, and say yes.',
      ],
      note: 'Each mail has a link with which you can unsubscribe at one press.',
    },
    logOut: {
      title: 'Log out',
      steps: [
        'Open {logOut}, and press {confirm}.',
        'It then says {out}. If others use the computer, close the browser too.',
      ],
    },
  },
}
