/** The addresses where the service desk writes operational messages. */
export const editorPaths = {
  list: '/desk/drift',
  new: '/desk/drift/ny',
} as const

export function editMessagePath(id: string): string {
  return `${editorPaths.list}/${id}`
}
