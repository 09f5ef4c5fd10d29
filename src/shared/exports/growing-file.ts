import type { ExportedSession } from './exported-ratings.ts'

/** A file of an export that grows session by session, so that no large export has to fit into memory. */
export interface GrowingFile {
  readonly name: string
  readonly start: string
  /** The text that a session adds. Sessions must come client by client. */
  readonly add: (session: ExportedSession) => string
  readonly end: string
}

/** The whole text of such a file. */
export function wholeText({ start, add, end }: GrowingFile, sessions: readonly ExportedSession[]): string {
  return `${start}${sessions.map((session) => add(session)).join('')}${end}`
}
