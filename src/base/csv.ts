/** Writes lines of CSV for spreadsheets. What a spreadsheet would take for a formula is kept as the text it is. (OWASP: CSV injection) */

/** Excel in Danish parts columns by semicolons, and knows UTF-8 by this mark. */
export const csvMark = '\uFEFF'

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

function csvCell(text: string): string {
  const inert = /^[\s]*[=+\-@|%\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n,\t]/.test(inert) || inert !== text ? `"${inert.replaceAll('"', '""')}"` : inert
}
