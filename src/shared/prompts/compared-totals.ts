interface Compared {
  /** Sessions whose score is a total that another program gave. */
  readonly totals: readonly number[]
  readonly change: { readonly at: { readonly baseline: number | null; readonly current: number | null } }
}

/** Which of the two scores that a change is made of are totals without answers. */
export function comparedTotals({ totals, change: { at } }: Compared): {
  readonly before: boolean
  readonly after: boolean
} {
  const isTotal = (session: number | null): boolean => session !== null && totals.includes(session)
  return { before: isTotal(at.baseline), after: isTotal(at.current) }
}
