/** Evenings, and the night to Sunday. */
export const sampleHours = [
  { days: [1, 2, 3, 5], from: '15:00', until: '23:00' },
  { days: [6], from: '22:00', until: '07:00' },
]
