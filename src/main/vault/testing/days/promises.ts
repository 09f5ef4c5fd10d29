import type { FoundCopy } from '../every-copy.ts'

const keptMilliseconds = 30 * 86_400_000

/** Who is in a state of the vault, and who of them was saved before its newest completed backup. */
export interface Holding {
  readonly present: ReadonlySet<string>
  readonly backedUp: ReadonlySet<string>
  /** The file of the database was damaged. */
  readonly isDatabaseRotted: boolean
}

export interface Promises extends Holding {
  /** Whose last decision is their erasure. */
  readonly erased: ReadonlySet<string>
  /** Erased when no usual backup held them either. */
  readonly goneAtOnce: ReadonlySet<string>
  /** Ever erased, and so possibly in no older copy. */
  readonly onceErased: ReadonlySet<string>
  /** Nobody promised anything of these: a kill or a damaged file left it open. */
  readonly open: ReadonlySet<string>
  /** States that something else replaced, and until when each is readable. */
  readonly replaced: readonly {
    readonly by: string
    readonly ids: ReadonlySet<string>
    readonly until: number
  }[]
  readonly isAnyRotted: boolean
}

/** What is left in the end. */
export interface Left {
  readonly files: readonly Pick<FoundCopy, 'path' | 'clientIds'>[]
  readonly database: string | null
  /** Who is in the open vault; null if it doesn't open. */
  readonly listed: readonly string[] | null
  /** Whether rotation deletes a file by the day that an erasure names. */
  readonly isUsual: (path: string) => boolean
  /** Whether the screen names a file as out of reach. */
  readonly isNamed: (path: string) => boolean
}

type Ids = ReadonlySet<string>

const none: Ids = new Set()
const plus = (some: Iterable<string>, more: Iterable<string>): Ids => new Set([...some, ...more])
const minus = (some: Iterable<string>, less: Iterable<string>): Ids => {
  const leaving = new Set(less)
  return new Set([...some].filter((id) => !leaving.has(id)))
}
const inBoth = (some: Iterable<string>, others: Ids): Ids => new Set([...some].filter((id) => others.has(id)))
const isSame = (some: Ids, others: Ids): boolean =>
  some.size === others.size && [...some].every((id) => others.has(id))

const start: Promises = {
  present: none,
  backedUp: none,
  isDatabaseRotted: false,
  erased: none,
  goneAtOnce: none,
  onceErased: none,
  open: none,
  replaced: [],
  isAnyRotted: false,
}

/** What a practice was promised of each of its clients. */
export function createPromises() {
  let now = start
  const change = (next: Partial<Promises>): void => {
    now = { ...now, ...next }
  }
  /** An empty vault is nothing to come back to. */
  const replacedStates = (by: string, ids: Ids, at: Date): Promises['replaced'] =>
    ids.size === 0 ? now.replaced : [...now.replaced, { by, ids, until: at.getTime() + keptMilliseconds }]

  return {
    now: (): Promises => now,
    reset: (to: Promises): void => {
      now = to
    },
    saved: (id: string): void => {
      change({ present: plus(now.present, [id]) })
      if (now.isDatabaseRotted) change({ open: plus(now.open, [id]) })
    },
    backedUp: (): void => change({ backedUp: now.present }),
    /** A restore put this state in place of the present one, which is set aside. */
    restored: (ids: ReadonlySet<string>, at: Date): void => {
      const replaced = now.isDatabaseRotted ? now.replaced : replacedStates('restore', now.present, at)
      change({ present: ids, backedUp: ids, isDatabaseRotted: false, replaced, goneAtOnce: none })
    },
    /** A re-encryption or a migration wrote the vault again. What was there is backed up or set aside. */
    rebuilt: (by: string, at: Date): void => {
      const replaced = replacedStates(by, now.present, at)
      change({ backedUp: now.present, isDatabaseRotted: false, replaced })
    },
    /** The user replaced the vault's folder with an earlier one. Of the present state the backups are left. */
    putBack: (earlier: Holding, at: Date): void => {
      change({ replaced: [] })
      const isAllThere = minus(now.backedUp, earlier.present).size === 0
      const replaced = isAllThere ? [] : replacedStates('folder put back', now.backedUp, at)
      change({ ...earlier, replaced, goneAtOnce: none })
    },
    /** Backups from an earlier day came back, with whom they hold. */
    drivePutBack: (): void => change({ goneAtOnce: none }),
    erased: (id: string, isGoneAtOnce: boolean): void => {
      const one = [id]
      change({
        present: minus(now.present, one),
        backedUp: minus(now.backedUp, one),
        erased: plus(now.erased, one),
        onceErased: plus(now.onceErased, one),
        goneAtOnce: isGoneAtOnce ? plus(now.goneAtOnce, one) : minus(now.goneAtOnce, one),
      })
    },
    /** An erased client came back, and the user keeps them. */
    kept: (id: string): void =>
      change({ erased: minus(now.erased, [id]), backedUp: minus(now.backedUp, [id]) }),
    clockAt: (at: Date): void =>
      change({ replaced: now.replaced.filter(({ until }) => at.getTime() < until) }),
    /** One file was damaged. It held the promises of what it alone held. */
    rotted: (what: 'database' | 'backup' | 'other'): void => {
      change({ isAnyRotted: true, replaced: [] })
      if (what === 'backup') change({ backedUp: none })
      if (what === 'database')
        change({ isDatabaseRotted: true, open: plus(now.open, minus(now.present, now.backedUp)) })
    },
    /** Nothing is promised of these clients, such as those of work that was killed. */
    leftOpen: (ids: ReadonlySet<string>, present: ReadonlySet<string>): void =>
      change({
        open: plus(now.open, ids),
        onceErased: plus(now.onceErased, ids),
        present,
        backedUp: inBoth(now.backedUp, present),
      }),
    broken: (left: Left): string[] => brokenPromises(now, left),
  }
}

/** Each promise that what is left breaks, in words. */
function brokenPromises(now: Promises, { files, database, listed, isUsual, isNamed }: Left): string[] {
  const holding = (id: string): string[] =>
    files.filter(({ clientIds }) => clientIds.includes(id)).map(({ path }) => path)
  const judged = (ids: Iterable<string>): Ids => minus(ids, now.open)
  const broken: string[] = []

  const present = judged(now.present)
  if (listed && !now.isDatabaseRotted && !isSame(judged(listed), present))
    broken.push(`the vault has ${listed.join()} instead of ${[...present].join()}`)
  for (const id of present) {
    const fewest = now.backedUp.has(id) && !now.isAnyRotted ? 2 : 1
    const found = holding(id)
    if (found.length < fewest) broken.push(`${id} is only in [${found.join()}]`)
  }
  const comparable = (ids: Iterable<string>): Ids => minus(judged(ids), now.onceErased)
  for (const { by, ids } of now.replaced) {
    const isKept = files.some(
      ({ path, clientIds }) => path !== database && isSame(comparable(clientIds), comparable(ids)),
    )
    if (!isKept) broken.push(`the state [${[...ids].join()}] before a ${by} is in no file`)
  }
  for (const id of minus(judged(now.erased), now.present)) {
    const mayHold = (path: string) => isNamed(path) || (isUsual(path) && !now.goneAtOnce.has(id))
    const found = holding(id).filter((path) => !mayHold(path))
    if (found.length > 0) broken.push(`${id} was erased and is in ${found.join()}`)
  }
  return broken
}
