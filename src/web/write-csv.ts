/** Writes rows as CSV that a Danish spreadsheet opens by itself, and in which no cell can be taken for a formula. */

/** Says that it is UTF-8; stands first in a file. */
export const csvMark = '\uFEFF'

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** A spreadsheet calculates what begins like this, and a calculation can send what else is in the sheet away. */
const formula = /^[=+\-@\t\r]/

function csvCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text
  return /[";,\r\n]|^\s|\s$|^'/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
