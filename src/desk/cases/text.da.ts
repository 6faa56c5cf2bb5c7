/** Ord om sager hos servicedesk, dansk. */
export const da = {
  mail: {
    why: 'Du får mailen, fordi du har skrevet til SEBs servicedesk (sag {reference}).',
  },
}

export type CasesText = typeof da
