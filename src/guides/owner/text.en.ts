/** The guide for service owners, English. */
import type { OwnerText } from './text.da.ts'

export const en: OwnerText = {
  title: 'How to work as a service owner',
  who: 'I own a service',
  lead: 'Keep the roles, the information and the metadata of your service in order. In production you ask for the change, and system management answers.',
  tasks: {
    role: {
      title: 'Change a role',
      steps: [
        'Open {service}, and press {role}.',
        'Press {change}, and put right what is wrong, such as {description}.',
        'Write under {why}, and press {ask}.',
        'It then says {sent}',
      ],
      note: 'Write what one may do with the role. Whoever gives it chooses by that.',
    },
    newRole: {
      title: 'Create a new role',
      steps: [
        'Open {service}, and press {create}.',
        'Write a key under {key}. It cannot be changed.',
        'Write the name under {nameDa} and {nameEn}.',
        'Write what one may do under {descriptionDa} and {descriptionEn}.',
        'Write under {privileges} what the service is to be told.',
        'Press {save}. The role is a draft, and nobody can get it yet.',
      ],
      note: 'Put it into use from the page of the role when it is right.',
    },
    metadata: {
      title: 'Check your metadata',
      steps: [
        'Open {checkPage}.',
        'Paste the metadata of the service under {xml}, and press {check}.',
        'It says what must be put right, and what is in order.',
      ],
    },
    keys: {
      title: 'Change a key',
      steps: [
        'Make metadata with both the old key and the new one.',
        'Open {service}, and press {newMetadata}.',
        'Paste them, see what they change, and send the request.',
        'Put the new key into use in the service when the request is approved.',
        'Then send metadata without the old key.',
      ],
      note: 'Begin in good time. When the certificate expires, nobody can log in.',
    },
    use: {
      title: 'See who uses the service',
      steps: [
        'Open {service}, and press {see}.',
        'It says which organisations have access, and how many people have a role.',
      ],
    },
    retire: {
      title: 'Retire a role',
      steps: [
        'Open {service}, and press {role}.',
        'Press {retire}. It says for how many it will stop.',
        'Write the last day under {lastDay}.',
        'Write under {why}, and press {ask}.',
      ],
      note: 'Give the organisations time: their administrators must themselves give the role that replaces it.',
    },
    conflict: {
      title: 'Say which roles do not go together',
      steps: [
        'Open {conflicts}, and press {add}.',
        'Give the rule a name under {nameDa} and {nameEn}.',
        'Tick {one} and {other}.',
        'Choose {blocked}, and press {save}. It then says {saved}',
      ],
      note: 'Nobody loses a role, but the administrators can see who has both.',
    },
    follow: {
      title: 'Follow a change request',
      steps: ['Open {requests}.', 'Those that wait come first. Press one to see the answer or to withdraw it.'],
    },
  },
}
