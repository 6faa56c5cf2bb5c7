/** Where an employee sees who administers their organisation, and says that it is not so. */
export const missingPath = '/mig/administrator'
