/** Eight digits, or a number from abroad with its country. Ten digits and no country may be a CPR number, and are none. */
export function isPhone(text: string): boolean {
  return /^(\d{8}|(\+|00)\d{8,15})$/.test(text.replace(/[\s()-]/g, ''))
}
