/** Ordene på tilmeldingens papir ud over det, der tilmeldes, dansk. Engelsk har de samme nøgler. */
export const da = {
  system: 'Sundhedsvæsenets Elektroniske Brugerstyring',
  caseNumber: 'Sagsnummer',
  made: 'Dannet',
  page: 'Side {page} af {pages}',
}

export type PaperText = typeof da
