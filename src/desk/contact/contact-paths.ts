/** The addresses of the contact page. */
export const contactPath = '/kontakt'
export const contactReceivedPath = '/kontakt/modtaget'

/** Where the form stands on the page. */
export const writeHere = 'skriv-her'
