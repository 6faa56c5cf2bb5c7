/** The words about what organisations may use, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  takeBackTitle: 'Tag {service} tilbage fra {organisation}?',
  loss: 'Det tager {rights} fra {people}.',
  lossNone: 'Ingen har en rolle i tjenesten gennem denne adgang.',
  atOnce: 'Det gælder fra næste log-in. Rollerne bliver stående, men virker ikke.',
  again: 'Organisationen kan ikke selv give sig tjenesten igen.',
  takeBackNow: 'Tag tjenesten tilbage',
}

export type GrantsText = typeof da
