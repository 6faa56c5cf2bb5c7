/** Ordene om det, SEB selv har set i log-ins, dansk. */
export const da = {
  title: 'SEB - {provider}: log-in har problemer',
  down: 'Ingen er kommet igennem med {provider} siden {time}. Du kan bruge MitID Erhverv, hvis din arbejdsplads har det, eller prøve igen lidt senere.',
  unstable:
    'Mange får en fejl, når de logger ind med {provider}. Det begyndte {time}. Vent 1 minut, og forsøg igen, eller brug MitID Erhverv.',
  figures: 'Log-in de seneste 5 minutter',
  figuresLead: 'Talt i rigtige log-ins. Den, der blev sendt af sted for mindre end et halvt minut siden, er ikke med.',
  nobody: 'Ingen har logget ind de seneste 5 minutter.',
  provider: 'Log-in',
  sent: 'Sendt af sted',
  succeeded: 'Kommet igennem',
  median: 'Halvdelen tog højst',
  seconds: '{seconds} sek.',
  last: 'Seneste igennem',
  notSince: 'ingen siden {time}',
}

export type MeasuredText = typeof da
