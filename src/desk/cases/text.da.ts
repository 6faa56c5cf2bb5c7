/** Ord om sager hos servicedesk, dansk. */
export const da = {
  mail: {
    received: 'Vi har modtaget din henvendelse. Dit sagsnummer er {reference}.',
    next: 'Du får svar på mail. Ringer du på {phone}, så oplys sagsnummeret.',
    why: 'Du får mailen, fordi du har skrevet til SEBs servicedesk (sag {reference}).',
  },
}

export type CasesText = typeof da
