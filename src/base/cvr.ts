/** CVR numbers as people type them, and the check digit that tells a slip of the finger. */

/** What was typed without the spaces and the country that people put in. */
export function plainCvr(text: string): string {
  return text.replace(/^\s*DK/i, '').replace(/[\s.-]/g, '')
}

const weights = [2, 7, 6, 5, 4, 3, 2, 1]

/** Eight digits whose weighted sum is divisible by 11, as every number of the register is. */
export function isCvrNumber(text: string): boolean {
  if (!/^[1-9]\d{7}$/.test(text)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return sum % 11 === 0
}
