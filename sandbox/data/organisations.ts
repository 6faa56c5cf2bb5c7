/**
 * The organisations of the sandbox. All made up: no CVR number but one passes the check digit of real ones, and no SOR code,
 * P-number or ydernummer belongs to anybody.
 */

/** By a short name, so that people and grants need not repeat numbers. */
export const cvr = {
  region: '99010001',
  municipality: '99010003',
  havnegade: '99010004',
  fjordvej: '99010005',
  pharmacy: '99010006',
  midwives: '99010007',
  dentist: '99010008',
  physiotherapy: '99010009',
  /** Not registered in SEB, on purpose. */
  podiatrist: '99010011',
  authority: '99010012',
  onCall: '99010013',
} as const

/**
 * A clinic that enrols while somebody watches. Enrolment looks at the check digit, so this one passes; numbers that begin with 99
 * are not given out.
 */
export const newClinic = '99010010'

export const sor = {
  medicalWard: '990100000000011',
  psychiatricWard: '990100000000012',
  homeCareEast: '990100000000031',
  referralOffice: '990100000000032',
  havnegade: '990100000000041',
  fjordvej: '990100000000051',
  pharmacy: '990100000000061',
  midwives: '990100000000071',
  dentist: '990100000000081',
  physiotherapy: '990100000000091',
  onCall: '990100000000131',
} as const

export const ydernummer = { havnegade: '990104', fjordvej: '990105', dentist: '990108', onCall: '990113' } as const

export const pNumber = { havnegade: '9901000041', fjordvej: '9901000051', pharmacy: '9901000061' } as const

/** What the identity providers call the organisations: what stands in `orgName`. */
export const organisationNames: Readonly<Record<string, string>> = {
  [cvr.region]: 'Region Nordhavn',
  [cvr.municipality]: 'Vesterfjord Kommune',
  [cvr.havnegade]: 'Lægerne i Havnegade',
  [cvr.fjordvej]: 'Lægehuset Fjordvej',
  [cvr.pharmacy]: 'Sydhavn Apotek',
  [cvr.midwives]: 'Jordemoderhuset Solsikken',
  [cvr.dentist]: 'Tandklinikken på Molen',
  [cvr.physiotherapy]: 'Fysioterapien Strandvej',
  [cvr.podiatrist]: 'Fodterapeuterne Bakkely',
  [cvr.authority]: 'Demostyrelsen',
  [cvr.onCall]: 'Lægevagten i Nordhavn',
  [newClinic]: 'Lægerne ved Åen',
}

const name = (number: string) => organisationNames[number] ?? number

export const organisations = [
  {
    cvr: cvr.region,
    name: name(cvr.region),
    kind: 'region' as const,
    units: [
      { key: 'hospital', name: 'Nordhavn Hospital' },
      { key: 'medicin', parent: 'hospital', name: 'Medicinsk Afdeling', sor: sor.medicalWard },
      { key: 'psykiatri', parent: 'hospital', name: 'Psykiatrisk Afdeling', sor: sor.psychiatricWard },
    ],
  },
  {
    cvr: cvr.municipality,
    name: name(cvr.municipality),
    kind: 'municipality' as const,
    units: [
      { key: 'sundhed', name: 'Sundhed og Omsorg' },
      { key: 'hjemmepleje-oest', parent: 'sundhed', name: 'Hjemmesygeplejen Øst', sor: sor.homeCareEast },
      { key: 'visitation', parent: 'sundhed', name: 'Visitationen', sor: sor.referralOffice },
    ],
  },
  {
    cvr: cvr.havnegade,
    name: name(cvr.havnegade),
    kind: 'general-practice' as const,
    allowsPrivateLogIn: true,
    units: [
      {
        key: 'klinik',
        name: 'Klinikken i Havnegade',
        sor: sor.havnegade,
        pNumber: pNumber.havnegade,
        ydernummer: ydernummer.havnegade,
      },
    ],
  },
  {
    cvr: cvr.fjordvej,
    name: name(cvr.fjordvej),
    kind: 'general-practice' as const,
    allowsPrivateLogIn: true,
    units: [
      {
        key: 'klinik',
        name: 'Klinikken på Fjordvej',
        sor: sor.fjordvej,
        pNumber: pNumber.fjordvej,
        ydernummer: ydernummer.fjordvej,
      },
    ],
  },
  {
    cvr: cvr.pharmacy,
    name: name(cvr.pharmacy),
    kind: 'pharmacy' as const,
    units: [{ key: 'apotek', name: 'Sydhavn Apotek, Torvet', sor: sor.pharmacy, pNumber: pNumber.pharmacy }],
  },
  {
    cvr: cvr.midwives,
    name: name(cvr.midwives),
    kind: 'private-provider' as const,
    units: [{ key: 'hus', name: 'Solsikken', sor: sor.midwives }],
  },
  {
    cvr: cvr.dentist,
    name: name(cvr.dentist),
    kind: 'dentist' as const,
    allowsPrivateLogIn: true,
    units: [{ key: 'klinik', name: 'Klinikken på Molen', sor: sor.dentist, ydernummer: ydernummer.dentist }],
  },
  {
    cvr: cvr.physiotherapy,
    name: name(cvr.physiotherapy),
    kind: 'specialist' as const,
    units: [{ key: 'klinik', name: 'Klinikken på Strandvej', sor: sor.physiotherapy }],
  },
  {
    cvr: cvr.onCall,
    name: name(cvr.onCall),
    kind: 'private-provider' as const,
    allowsPrivateLogIn: true,
    units: [{ key: 'vagt', name: 'Vagtklinikken', sor: sor.onCall, ydernummer: ydernummer.onCall }],
  },
  { cvr: cvr.authority, name: name(cvr.authority), kind: 'authority' as const, units: [] },
]
