/** The four parts of a summary's text, in order: their headings in a file, and their names in the schema. */
export const partNames = [
  { title: 'In brief', name: 'inBrief' },
  { title: 'What was found', name: 'whatWasFound' },
  { title: 'In practice', name: 'inPractice' },
  { title: 'Keep in mind', name: 'keepInMind' },
] as const
