/** The guide for system management, English. */
import type { ManagementText } from './text.da.ts'

export const en: ManagementText = {
  title: 'How to work in system management',
  who: 'I work in SEB System Management',
  lead: 'Organisations, services and log-ins. Roles for the people of organisations are given by the organisations themselves.',
  tasks: {
    organisation: {
      title: 'Create an organisation',
      steps: [
        'Open {organisations}, and press {create}.',
        'Write the CVR number under {cvr}, the name under {name}, and choose {kind}.',
        'Press {createNow}. It then says {created}',
      ],
    },
    chief: {
      title: 'Appoint the first chief user administrator',
      steps: [
        'Open {organisations}. Write a part of the name under {search}, press {show}, and press {organisation}.',
        'Press {chief}.',
        'Press {choose} beside the one it is to be. It then says {appointed}',
      ],
      note: 'If SEB does not know the person, create them further down the page. You can appoint only while nobody in the organisation can.',
    },
    grant: {
      title: 'Give an organisation a service',
      steps: [
        'Open {organisations}. Write a part of the name under {search}, press {show}, and press {organisation}.',
        'Press {give}, and choose {service}.',
        'Choose which roles they may give, and write ceilings if there are to be any.',
        'Press {effect}, and read what will happen.',
        'Press {giveNow}. It then says {given}',
      ],
      picture: 'The page where it is chosen which roles of a service an organisation may give.',
    },
    enrolments: {
      title: 'Deal with an enrolment',
      steps: [
        'Open {enrolments}, and press {one}.',
        'Go through the checks: the CVR number, the signature, and that the document is unchanged.',
        'Choose which services and roles they may have.',
        'Press {approve}. The organisation is created, and they are told.',
      ],
      note: 'If something is missing, ask or reject on the same page.',
    },
    newService: {
      title: 'Answer an organisation that asks for a service',
      steps: [
        'Open {newServices}, and press {one}.',
        'Press {give}. The form is filled in with what they asked for, and you can give less.',
        'Press {effect}, and read what will happen.',
        'Press {giveNow}. They are told.',
      ],
    },
    takeBack: {
      title: 'Take a service back from an organisation',
      steps: [
        'Open {organisations}. Write a part of the name under {search}, press {show}, and press {organisation}.',
        'Press {takeBack} beside the service. It says how many lose something.',
        'Press {takeBackNow}. It then says {taken}',
      ],
    },
    change: {
      title: 'Answer the change request of a service owner',
      steps: [
        'Open {changes}, and press {request}.',
        'See field by field what it says now, and what is wanted.',
        'Press {approve}. It then says {approved}',
      ],
      note: 'Write why if you reject it. The service owner reads it.',
    },
    service: {
      title: 'Create a service',
      steps: [
        'Open {services}, and press {create}.',
        'Fill in names, description and what one must have to get in.',
        'Paste the metadata of the service under {metadata}, and press {createNow}.',
        'Then give it roles, log-ins and an owner from its page.',
      ],
    },
    provider: {
      title: 'Register an identity provider',
      steps: [
        'Open {providers}, and press {add}.',
        'Give its metadata: paste them, choose a file, or write an address. Press {read}.',
        'Write names, the CVR numbers it may speak for, and the level it is notified at.',
        'Press {save}, and choose which services it can be used for.',
      ],
    },
    off: {
      title: 'Switch a log-in off',
      steps: [
        'Open {providers}, and press {provider}.',
        'Press {off}. It says how many have no other log-in.',
        'Press {offNow}. It then says {done}',
      ],
    },
    review: {
      title: 'Ask many organisations for a periodic review',
      steps: [
        'Open {everywhere} and press {start}.',
        'Choose which organisations it concerns, and the last day to answer.',
        'Start the review. The administrators of the organisations are told.',
      ],
    },
    close: {
      title: 'Close an organisation',
      steps: [
        'Open {organisations}. Write a part of the name under {search}, press {show}, and press {organisation}.',
        'Press {close}. Read who loses what.',
        'Press {closeNow}. It then says {closed}',
      ],
      note: 'Accounts and roles stay. If the organisation is opened again, they work again.',
    },
    log: {
      title: 'Find an event by its number',
      steps: ['Open {log}.', 'Write the number of the error page under {reference}, and press {show}.'],
    },
  },
}
