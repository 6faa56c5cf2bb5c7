/** The addresses of the administration. Words in addresses are Danish. */
export const adminPaths = {
  home: '/admin',
  chooseCapacity: '/admin/handl-for',
} as const
