/** The words of the document that is signed, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Tilmelding til SEB: {organisation}',
  organisation: 'Organisation',
  name: 'Navn',
  cvr: 'CVR-nummer',
  address: 'Adresse',
  unit: 'Enhed',
  noUnits: 'Ingen enheder skrevet',
  sor: 'SOR-kode {number}',
  pNumber: 'P-nummer {number}',
  ydernummer: 'Ydernummer {number}',
  people: 'Personer',
  officer: 'Sikkerhedsansvarlig',
  chief: 'Overbrugeradministrator',
  signer: 'Underskriver',
  phone: 'telefon {number}',
  services: 'Tjenester',
  service: 'Tjeneste',
  promises: {
    lead: 'Med underskriften svarer {organisation} for:',
    items: {
      one: 'at kun de, der skal bruge en tjeneste i arbejdet, får adgang til den',
      two: 'at adgangen bliver fjernet, når en medarbejder stopper eller får andet arbejde',
      three: 'at der altid er mindst én overbrugeradministrator',
    },
  },
  signature: 'Underskrift',
  blank: {
    lines: { one: 'Navn med blokbogstaver', two: 'Stilling', three: 'Dato', four: 'Underskrift' },
    handIn: {
      one: 'Scan eller fotografér alle sider, og send dem på tilmeldingens side i SEB, eller på mail til {mail}. Skriv SEB {reference} i emnefeltet.',
    },
  },
  signed: {
    by: 'Underskrevet af',
    at: 'Tidspunkt',
    how: 'Hvordan',
    logIn: 'Log-in med MitID Erhverv for CVR-nummer {cvr}, gennem SEB',
    hash: 'Dokumentets kontrolsum (SHA-256)',
  },
}

export type DocumentText = typeof da
