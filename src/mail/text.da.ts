/** The words that every mail ends with, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  greeting: 'Hej {name}',
  greetingWithoutName: 'Hej',
  mark: 'SEB',
  markOf: 'Sundhedsvæsenets Elektroniske Brugerstyring',
  from: 'SEB, Sundhedsvæsenets Elektroniske Brugerstyring',
  reply: 'Svar på denne mail, så kommer dit svar med i sagen. Skriv aldrig CPR-numre i en mail. Servicedesk: {phone}.',
  noReply: 'Mailen er sendt af en maskine, og svar bliver ikke læst. Servicedesk: {phone}, {mail}',
}

export type MailText = typeof da
