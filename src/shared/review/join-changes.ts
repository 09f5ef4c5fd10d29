import type { ReceivedChange } from './changes.ts'

const textKinds = ['question', 'agreements'] as const
const listKinds = ['sessions', 'sessions-gone', 'corrected'] as const
const seriesKinds = ['series', 'series-gone'] as const

/**
 * Adds the changes of a later bundle to those of earlier ones that nobody has looked at. A fall or an outcome goes from
 * what it was at first to what it is now, and is left out if that is the same.
 */
export function joinChanges(
  earlier: readonly ReceivedChange[],
  later: readonly ReceivedChange[],
): ReceivedChange[] {
  const all = [...earlier, ...later]
  if (all.some(({ kind }) => kind === 'new-client')) return [{ kind: 'new-client' }]
  return [
    ...textKinds.flatMap((kind) => joinTexts(all, kind)),
    ...joinStates(all),
    ...listKinds.flatMap((kind): ReceivedChange[] => {
      const found = all.flatMap((change) => (change.kind === kind ? change.sessions : []))
      const sessions = [...new Set(found)].toSorted((one, other) => one - other)
      return sessions.length === 0 ? [] : [{ kind, sessions }]
    }),
    ...seriesKinds.flatMap((kind): ReceivedChange[] => {
      const series = [...new Set(all.flatMap((change) => (change.kind === kind ? change.series : [])))]
      return series.length === 0 ? [] : [{ kind, series }]
    }),
  ]
}

type TextChange = Extract<ReceivedChange, { kind: (typeof textKinds)[number] }>

function joinTexts(all: readonly ReceivedChange[], kind: (typeof textKinds)[number]): ReceivedChange[] {
  const found = all.filter((change): change is TextChange => change.kind === kind)
  const [first] = found
  const last = found.at(-1)
  if (first === undefined || last === undefined) return []
  if (first.is === 'asked' && last.is === 'gone') return []
  return [first.is === 'asked' ? first : last.is === 'asked' ? { kind, is: 'changed' } : last]
}

type StateChange = Extract<ReceivedChange, { kind: 'episode' | 'outcome' }>

function joinStates(all: readonly ReceivedChange[]): ReceivedChange[] {
  const byKey = new Map<string, StateChange>()
  for (const change of all) {
    if (change.kind !== 'episode' && change.kind !== 'outcome') continue
    const key = `${change.kind} ${change.series} ${change.kind === 'episode' ? String(change.peak) : ''}`
    const first = byKey.get(key)
    byKey.set(key, joined(first, change))
  }
  return [...byKey.values()].filter(({ before, after }) => before !== after)
}

function joined(first: StateChange | undefined, last: StateChange): StateChange {
  if (first?.kind === 'episode' && last.kind === 'episode') return { ...last, before: first.before }
  if (first?.kind === 'outcome' && last.kind === 'outcome') return { ...last, before: first.before }
  return last
}
