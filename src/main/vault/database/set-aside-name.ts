import { basename } from 'node:path'

/** Why Attune keeps a database that another one replaced. */
export const replacementReasons = ['before-restore', 'before-re-encryption', 'before-migration'] as const
export type ReplacementReason = (typeof replacementReasons)[number]

/** Why Attune keeps a database: another one replaced it, or a journal was about to be played back into it. */
export const setAsideReasons = [...replacementReasons, 'before-undoing'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

/** Why and when a database was replaced. */
export interface SetAsideWhy {
  readonly reason: ReplacementReason
  readonly at: Date
}

/** The part of a set-aside file's name that says why and when, such as `before-restore-20260320T150000Z`. */
export function setAsideLabel({
  reason,
  at,
}: {
  readonly reason: SetAsideReason
  readonly at: Date
}): string {
  const moment = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  // A clock beyond the year 9999 gives a longer year, which the name leaves out.
  return /^\d{8}T\d{6}$/.test(moment) ? `${reason}-${moment}Z` : reason
}

const namePattern = new RegExp(
  `^vault-\\d+\\.db\\.set-aside-(?:(${setAsideReasons.join('|')})(?:-(\\d{8}T\\d{6})Z)?-)?\\d+$`,
)

/**
 * Why and when a database was set aside, by its file's name; each null if the name doesn't say. Null if the file is no
 * database that Attune set aside.
 */
export function readSetAsideName(file: string): { reason: SetAsideReason | null; at: string | null } | null {
  const match = namePattern.exec(basename(file))
  if (!match) return null
  const reason = setAsideReasons.find((known) => known === match[1]) ?? null
  return { reason, at: instantOf(match[2]) }
}

function instantOf(moment: string | undefined): string | null {
  if (moment === undefined) return null
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(moment) ?? []
  const [year, month, day, hour, minute, second] = parts
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  return Number.isNaN(Date.parse(text)) ? null : text
}
