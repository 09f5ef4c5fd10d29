/** Why Attune keeps a database that another one replaced. */
export const setAsideReasons = ['before-restore', 'before-re-encryption', 'before-migration'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

/** Why and when a database was replaced. */
export interface SetAsideWhy {
  readonly reason: SetAsideReason
  readonly at: Date
}

/** The part of a set-aside file's name that says why and when, such as `before-restore-20260320T150000Z`. */
export function setAsideLabel({ reason, at }: SetAsideWhy): string {
  const moment = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  // A clock beyond the year 9999 gives a longer year, which the name leaves out.
  return /^\d{8}T\d{6}$/.test(moment) ? `${reason}-${moment}Z` : reason
}
