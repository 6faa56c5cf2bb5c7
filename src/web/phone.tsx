/** A telephone number that a telephone can dial. */
export function Phone({ number }: { number: string }) {
  const digits = number.replace(/[^+\d]/g, '')
  return (
    <a class="nowrap" href={`tel:${digits.length === 8 ? `+45${digits}` : digits}`}>
      {number}
    </a>
  )
}
