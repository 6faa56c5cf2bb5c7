/** Ordene på tilmeldingens papir ud over det, der tilmeldes, dansk. Engelsk har de samme nøgler. */
export const da = {
  system: 'Sundhedsvæsenets Elektroniske Brugerstyring',
  caseNumber: 'Sagsnummer',
  made: 'Dannet',
  upload: {
    label: 'Det underskrevne papir',
    hint: 'PDF, JPEG eller PNG, højst 15 MB. Flere sider kan lægges op en ad gangen.',
    kinds: { pdf: 'PDF', jpeg: 'Billede (JPEG)', png: 'Billede (PNG)' },
  },
  refused: {
    empty: 'Vælg en fil.',
    'too-large': 'Filen er større end 15 MB. Scan den i lavere opløsning, eller læg siderne op en ad gangen.',
    'too-many': 'Der er lagt så meget op, som vi kan tage imod. Send resten på mail til servicedesken.',
    'not-now': 'Tilmeldingen tager ikke imod papirer nu: den er ikke sendt til underskrift, eller den er afgjort.',
    heic: 'Det er et HEIC-billede fra en iPhone, og det kan de færreste åbne. Gem det som JPEG, eller fotografér papiret med indstillingen »Mest kompatibel«.',
    'unknown-kind': 'Vi kan kun tage imod PDF, JPEG og PNG. Gem filen som PDF, og prøv igen.',
    'not-what-it-says':
      'Filen hedder noget med PDF, JPEG eller PNG, men er noget andet. Scan papiret igen, og prøv med den nye fil.',
    'cut-short': 'Slutningen af filen mangler. Den er måske ikke hentet helt ned. Prøv at gemme den igen.',
    unreadable:
      'Filen er beskadiget, eller også kan vi ikke se, hvad der er i den. Scan papiret igen, eller læg et foto af det op.',
    'more-than-a-document': 'Der ligger mere i filen end dokumentet. Gem det som en ny PDF, og prøv igen.',
    encrypted: 'Filen er beskyttet med adgangskode, så vi kan ikke læse den. Gem den uden, og prøv igen.',
    'runs-something':
      'Filen indeholder programkode, og det tager vi ikke imod. Print papiret, og scan det, eller gem det som en ny PDF.',
    'holds-files': 'Der ligger andre filer inde i filen. Gem den uden dem, og prøv igen.',
  },
  page: 'Side {page} af {pages}',
}

export type PaperText = typeof da
