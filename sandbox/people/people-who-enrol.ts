/** The people of a clinic that SEB does not know until they enrol it themselves, at `/tilmeld`. */
import { newClinic } from '../data/organisations.ts'
import { mitIdErhverv } from './log-ins.ts'
import type { Persona } from './persona.ts'

const refused = {
  service: 'henvisning',
  provider: 'nemlogin',
  kind: 'professional',
  ends: { kind: 'refused', reason: 'unknown-organisation' },
} as const

export const peopleWhoEnrol: readonly Persona[] = [
  {
    key: 'henrik',
    firstName: 'Henrik',
    lastName: 'Bach Lindholm',
    title: { da: 'læge, skriver under for en ny klinik', en: 'doctor, signs for a new clinic' },
    cpr: '7005739931',
    logIns: [mitIdErhverv(31, newClinic)],
    accounts: null,
    stories: [
      {
        ...refused,
        promise: {
          da: 'Ejer en klinik, som SEB ikke kender endnu. Tilmeld den på /tilmeld med CVR-nummer 99 01 00 10, og skriv under som Henrik.',
          en: 'Owns a clinic that SEB does not know yet. Enrol it at /tilmeld with CVR number 99 01 00 10, and sign as Henrik.',
        },
      },
    ],
  },
  {
    key: 'line',
    firstName: 'Line',
    lastName: 'Storgaard Vinther',
    title: { da: 'klinikleder på en ny klinik', en: 'manager of a new clinic' },
    cpr: '8809649932',
    logIns: [mitIdErhverv(32, newClinic)],
    accounts: null,
    stories: [
      {
        ...refused,
        promise: {
          da: 'Skal være overbrugeradministrator på Henriks klinik. Når tilmeldingen er godkendt, tager hun imod invitationen og giver roller.',
          en: 'Is to be chief administrator of Henrik’s clinic. When the enrolment has been approved, she accepts the invitation and gives roles.',
        },
      },
    ],
  },
  {
    key: 'thea',
    firstName: 'Thea',
    lastName: 'Brandborg Lykke',
    title: { da: 'klinikassistent på en ny klinik', en: 'clinic assistant of a new clinic' },
    cpr: '7304959933',
    logIns: [mitIdErhverv(33, newClinic)],
    accounts: null,
    stories: [
      {
        ...refused,
        promise: {
          da: 'Arbejder på Henriks klinik. Kan først få en rolle, når klinikken er tilmeldt.',
          en: 'Works at Henrik’s clinic. Can have a role only once the clinic has enrolled.',
        },
      },
    ],
  },
]
