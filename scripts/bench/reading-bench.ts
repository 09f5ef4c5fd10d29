import { AppError } from '#shared/contract/result.ts'
import { createReader, type Reader } from '#vault/reading/reader.ts'
import { largeTables, type LargeTable } from './large-tables.ts'
import { largeOwnWordsTable, largestBundle } from './large-exports.ts'
import { hostileFiles, type HostileFile } from '../hostile/hostile-files.ts'
import { createRealReaders } from '../hostile/start-reader.ts'
import type { Figure } from './statistics.ts'

const bytesInMegabyte = 1_048_576
const goals = { milliseconds: 60_000, megabytes: 256 }
const quickMilliseconds = 2_000

interface Outcome {
  readonly name: string
  readonly milliseconds: number
  readonly megabytes: number
  /** Null if there was an answer: records, an instrument, or why it is none. */
  readonly code: string | null
}

const readHostile = ({ name, kind, text }: HostileFile) =>
  outcomeOf(name, (reader) =>
    kind === 'pack' ? reader.readPack({ text }) : reader.readRecords({ name, text }),
  )

/** Looks at the columns of a table and reads it, each in a reader of its own. */
const readLarge = async ({ name, ...table }: LargeTable): Promise<Outcome[]> => [
  await outcomeOf(`${name}, columns`, (reader) => reader.surveyRatings({ text: table.text, place: null })),
  await outcomeOf(`${name}, ratings`, (reader) => reader.readRatingsTable(table)),
]

/** Reads the largest files of Attune's own, each in a reader of its own. */
async function readExports(): Promise<Outcome[]> {
  const bundle = largestBundle()
  return [
    await outcomeOf('25,000 ratings in own words', (reader) =>
      reader.readAdditions({ kind: 'own-words-table', text: largeOwnWordsTable(25_000) }),
    ),
    await outcomeOf(`a bundle of 20 MB, ${bundle.sessions} sessions`, (reader) =>
      reader.readRatings({ kind: 'rating-bundle', text: bundle.text }),
    ),
  ]
}

async function outcomeOf(name: string, work: (reader: Reader) => Promise<unknown>): Promise<Outcome> {
  const readers = createRealReaders()
  const reader = createReader({ connect: readers.connect })
  const started = performance.now()
  let code: string | null = null
  try {
    await work(reader)
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    code = cause.code
  }
  const milliseconds = performance.now() - started
  return { name, milliseconds, megabytes: readers.growthBytes() / bytesInMegabyte, code }
}

/** Reads the largest files of ratings and every hostile file in reader processes of their own, and reports the worst. */
export async function benchReading(): Promise<Figure[]> {
  const outcomes: Outcome[] = []
  for (const file of hostileFiles()) outcomes.push(await readHostile(file))
  const large: Outcome[] = []
  for (const table of Object.values(largeTables())) large.push(...(await readLarge(table)))
  large.push(...(await readExports()))
  const worst = (of: (outcome: Outcome) => number) => outcomes.toSorted((a, b) => of(b) - of(a)).slice(0, 3)
  const slowest = worst(({ milliseconds }) => milliseconds)
  const largest = worst(({ megabytes }) => megabytes)
  const ended = outcomes.filter(({ code }) => code !== null)
  return [
    ...large.flatMap(({ name, milliseconds, megabytes, code }) => [
      { name: code === null ? name : `${name}: given up with ${code}`, value: milliseconds, unit: 'ms' },
      {
        name: `${name}: memory beyond an idle process`,
        value: megabytes,
        unit: 'MB',
        goal: {
          words: `at most ${goals.megabytes} MB, read to the end`,
          isMet: code === null && megabytes <= goals.megabytes,
        },
      },
    ]),
    { name: 'hostile files', value: outcomes.length, unit: 'files' },
    {
      name: 'answered within 2 s',
      value: outcomes.filter(({ milliseconds }) => milliseconds <= quickMilliseconds).length,
      unit: 'files',
    },
    ...ended.map(({ name, milliseconds, code }) => ({
      name: `given up with ${code}: ${name}`,
      value: milliseconds,
      unit: 'ms',
    })),
    ...slowest.map(({ name, milliseconds }) => ({
      name: `slowest: ${name}`,
      value: milliseconds,
      unit: 'ms',
      goal: { words: 'at most 60 s', isMet: milliseconds <= goals.milliseconds },
    })),
    ...largest.map(({ name, megabytes }) => ({
      name: `most memory beyond an idle process: ${name}`,
      value: megabytes,
      unit: 'MB',
      goal: { words: `at most ${goals.megabytes} MB`, isMet: megabytes <= goals.megabytes },
    })),
  ]
}
