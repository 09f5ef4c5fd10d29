import type { DoneImport } from '#shared/imports/import-preview.ts'

/** What an import can be named by, in the order in which it is. */
const mainParts = ['forms', 'newSessions', 'ownRatings', 'texts'] as const

/** What an import brings, as one thing that can be counted: its forms, else its sessions, ratings or texts. */
export function mainPart(brings: DoneImport['brought']): {
  readonly part: (typeof mainParts)[number]
  readonly count: number
} {
  const part = mainParts.find((each) => brings[each] > 0) ?? 'forms'
  return { part, count: brings[part] }
}
