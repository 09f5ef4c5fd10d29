import fc from 'fast-check'

/** Work that a kill can interrupt. `which` chooses one of what there is then. */
export type Work =
  | { readonly kind: 'save' | 'backup' | 'lock' | 'reencrypt' | 'migrate' }
  | { readonly kind: 'restoreInside' | 'restoreLocked' | 'erase'; readonly which: number }

/** Damages one file, in its middle or by cutting it there. */
export interface Rot {
  readonly kind: 'rot'
  readonly which: number
  readonly isTruncated: boolean
}

/**
 * Adds a file that looks like a backup: under a head with another count of changes, or under the head of a backup as it
 * is. Nothing behind the head is what the head says.
 */
export interface Forge {
  readonly kind: 'forge'
  readonly place: 'backups' | 'drive'
  readonly which: number
  readonly sequence: number | null
}

/** Adds a file that Attune never wrote, or a copy of one that it did. */
export interface Foreign {
  readonly kind: 'foreign'
  readonly name: string
  readonly place: 'vault' | 'backups' | 'drive'
  readonly content: { readonly bytes: Uint8Array } | { readonly copyOf: number }
}

/** Something that happens to a practice. */
export type Step =
  | Work
  | Rot
  | Forge
  | Foreign
  | { readonly kind: 'unlock' | 'chooseDrive' }
  | { readonly kind: 'kill'; readonly during: Work; readonly atWrite: number }
  | { readonly kind: 'putBack'; readonly which: number; readonly isKept: boolean }
  | { readonly kind: 'driveBack'; readonly which: number }
  | { readonly kind: 'clock'; readonly days: number }

const which = fc.nat(40)
const kindOf = <Kind extends Step['kind']>(kind: Kind) => fc.constant(kind)

const names = fc.oneof(
  fc.constantFrom(
    'vault-2.db',
    'vault-3.db',
    'vault-1.db-journal',
    'vault-202611281030.db',
    'vault-1.db.set-aside-1',
    'vault-1.db.set-aside-before-restore-20260320T150000Z-1',
    'vault (1).json',
    'vault.json.new',
    'unfinished.db',
    'unfinished-2.db',
    'attune-backup.attunebackup',
    'attune-00112233-20260320T150000Z-9000000000000000.attunebackup',
    '.attune-0011223344556677.part',
    'readings.json',
    'copy of the vault',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
)

/** Names that a file system takes. */
const fileNames = names
  .map((name) => name.replaceAll(/[/\0]/g, '_'))
  .filter((name) => !/^\.{1,2}$/.test(name))

const save = fc.record({ kind: kindOf('save') })
const backup = fc.record({ kind: kindOf('backup') })
const lock = fc.record({ kind: kindOf('lock') })
const reencrypt = fc.record({ kind: kindOf('reencrypt') })
const migrate = fc.record({ kind: kindOf('migrate') })
const restoreInside = fc.record({ kind: kindOf('restoreInside'), which })
const restoreLocked = fc.record({ kind: kindOf('restoreLocked'), which })
const erase = fc.record({ kind: kindOf('erase'), which })
const chooseDrive = fc.record({ kind: kindOf('chooseDrive') })
const driveBack = fc.record({ kind: kindOf('driveBack'), which })

/** One step, with saves and locks more often than the rest, as in life. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: save },
  { weight: 2, arbitrary: backup },
  { weight: 4, arbitrary: lock },
  { weight: 1, arbitrary: fc.record({ kind: kindOf('unlock') }) },
  { weight: 2, arbitrary: chooseDrive },
  { weight: 1, arbitrary: reencrypt },
  { weight: 1, arbitrary: migrate },
  { weight: 2, arbitrary: restoreInside },
  { weight: 2, arbitrary: restoreLocked },
  { weight: 2, arbitrary: erase },
  { weight: 2, arbitrary: fc.record({ kind: kindOf('putBack'), which, isKept: fc.boolean() }) },
  { weight: 1, arbitrary: driveBack },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kindOf('clock'), days: fc.constantFrom(-40, -2, 1, 3, 12, 31) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kindOf('rot'), which, isTruncated: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kindOf('forge'),
      place: fc.constantFrom('backups', 'drive'),
      which,
      sequence: fc.option(fc.nat(5_000)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kindOf('foreign'),
      name: fileNames,
      place: fc.constantFrom('vault', 'backups', 'drive'),
      content: fc.oneof(
        fc.record({ bytes: fc.uint8Array({ maxLength: 2_000 }) }),
        fc.record({ copyOf: which }),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kindOf('kill'),
      during: fc.oneof(save, backup, lock, reencrypt, migrate, restoreInside, restoreLocked, erase),
      atWrite: fc.nat(24),
    }),
  },
)

/**
 * What happens to a practice. Two of three begin with a second place in which a replaced state is kept, and erase somebody
 * later: a place that one part of Attune forgets shows there.
 */
export function anyCourse(longest: number): fc.Arbitrary<readonly Step[]> {
  const several = (most: number) => fc.array(anyStep, { minLength: 1, maxLength: most, size: 'max' })
  const third = Math.floor((longest - 6) / 3)
  const withDrive = fc
    .tuple(
      fc.tuple(chooseDrive, save, save, lock),
      several(third),
      fc.oneof(reencrypt, restoreInside, migrate),
      several(third),
      erase,
      several(third),
    )
    .map(([begin, before, replace, between, end, after]): readonly Step[] => [
      ...begin,
      ...before,
      replace,
      ...between,
      end,
      ...after,
    ])
  const free = fc.array(anyStep, { minLength: 4, maxLength: longest, size: 'max' })
  return fc.oneof({ weight: 2, arbitrary: withDrive }, { weight: 1, arbitrary: free })
}
