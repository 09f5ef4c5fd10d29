import { createGatherer, type GatheredEnd, type MappedQuestionnaire } from './gather-ratings.ts'
import type { HowToRead } from './how-to-read.ts'
import { createNoteList } from './import-note.ts'
import { createProblemList } from './import-problem.ts'
import type { RatedSession } from './rated-session.ts'

interface TableOptions {
  readonly how: HowToRead
  /** The names of the columns. */
  readonly columns: readonly string[]
  readonly questionnaires: readonly MappedQuestionnaire[]
}

/**
 * Puts the rows of a table together to sessions with filled-in forms of several questionnaires. A session comes once for
 * each of them that it has; a row is left out only if it has an answer to none.
 */
export function createTableGatherer({ how, columns, questionnaires }: TableOptions) {
  const problems = createProblemList()
  const notes = createNoteList()
  const leftOut = { empty: 0, other: 0 }
  const gatherers = questionnaires.map((each, questionnaire) => {
    const takesTotals = questionnaires.some(
      ({ instrument }) => instrument.totalOf?.instrument === each.instrument.id,
    )
    return createGatherer({ ...each, how, columns, questionnaire, problems, notes, takesTotals })
  })
  return {
    take: (row: number, cells: readonly string[]): void => {
      if (cells.every((cell) => cell.trim() === '')) return
      const outcomes = gatherers.map((gatherer) => gatherer.take(row, cells))
      if (!outcomes.includes('taken')) leftOut[outcomes.includes('empty') ? 'empty' : 'other'] += 1
    },
    /** The sessions with the forms that could be read whole. */
    *sessions(): Generator<RatedSession> {
      for (const gatherer of gatherers) yield* gatherer.sessions()
    },
    /** After the sessions have been asked for: only then are their totals compared. */
    end: (): GatheredEnd => ({ problems: problems.all(), notes: notes.all(), leftOut }),
  }
}

export type TableGatherer = ReturnType<typeof createTableGatherer>
