import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import { bundleSchema } from '#shared/bundles/bundle.ts'
import type { BundleRead } from '#shared/bundles/bundle-json.ts'
import type { ReplyRead } from '#shared/bundles/reply.ts'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import type { PackPreview } from '#shared/instruments/packs/index.ts'
import type { ExportedSession } from '#shared/exports/exported-ratings.ts'
import { refused, type RatingsRead, type Refused } from '#shared/exports/read/ratings-read.ts'
import type { AdditionsRead, SessionAdditions } from '#shared/exports/read/session-additions.ts'
import type { GatheredRatings } from '#shared/imports/gather-ratings.ts'
import type { Surveyed } from '#shared/imports/import-preview.ts'
import type { FileRefusal } from '#shared/imports/import-problem.ts'
import type { RatedSession } from '#shared/imports/rated-session.ts'
import type { ReadFile, ReadRecord } from '../records/evidence/formats/read-records.ts'
import { readPieceSchema, type ReadJob, type ReadPiece } from './read-job.ts'
import { fromReaderSchema, type ToReader } from './reader-messages.ts'

/** A reader process, from the side of the process that asks. */
export interface ReaderConnection {
  readonly send: (message: ToReader) => void
  /** Calls back with each message, unchecked, and once the process is gone. */
  readonly listen: (listeners: {
    readonly onMessage: (raw: unknown) => void
    readonly onGone: () => void
  }) => void
  /** Ends the process. */
  readonly end: () => void
}

/** A pack to read: its text, and what the person decided about it and added to it. */
export type PackToRead = Omit<Extract<ReadJob, { kind: 'pack' }>, 'kind'>

/** Starts a reader process. */
export type ConnectReader = () => Promise<ReaderConnection>

/** Characters of everything that one file may be read as. */
const longestAnswer = 32_000_000

interface ReaderOptions {
  readonly connect: ConnectReader
  /** Called with how much of a table has been read, and with null once reading is over. */
  readonly onShare?: (share: number | null) => void
  readonly longestMilliseconds?: number
}

/**
 * Reads files from outside, each in a process of its own, one at a time: a second one ends the first.
 *
 * Throws `file-takes-too-long`, `file-needs-too-much-memory`, `reading-cancelled`, or `reading-failed` if the process ends
 * for no reason that anybody knows.
 */
export function createReader({ connect, onShare, longestMilliseconds = 45_000 }: ReaderOptions) {
  let stopOngoing: (code: ErrorCode) => void = () => undefined

  const read = (job: ReadJob, take: (piece: ReadPiece) => void): Promise<void> => {
    stopOngoing('reading-cancelled')
    return new Promise((resolve, reject) => {
      let connection: ReaderConnection | null = null
      let isOver = false
      let hasGrown = false
      let length = 0
      const finish = (settle: () => void): void => {
        if (isOver) return
        isOver = true
        onShare?.(null)
        clearTimeout(deadline)
        connection?.end()
        settle()
      }
      const stop = (code: ErrorCode): void => finish(() => reject(new AppError(code)))
      const deadline = setTimeout(() => stop('file-takes-too-long'), longestMilliseconds)
      stopOngoing = stop

      const onMessage = (raw: unknown): void => {
        if (isOver) return
        const message = fromReaderSchema.parse(raw)
        if (message.kind === 'refused') return stop(message.code)
        if (message.kind === 'end') return finish(resolve)
        if (message.kind === 'share') return onShare?.(message.share)
        if (message.kind === 'grown') return void (hasGrown = true)
        length += message.text.length
        if (length > longestAnswer) return stop('file-needs-too-much-memory')
        take(readPieceSchema.parse(JSON.parse(message.text)))
        connection?.send({ kind: 'next' })
      }
      const begin = (made: ReaderConnection): void => {
        if (isOver) return made.end()
        connection = made
        made.listen({
          onMessage: (raw) => {
            try {
              onMessage(raw)
            } catch (cause) {
              finish(() =>
                reject(cause instanceof Error ? cause : new Error('the reader’s answer is not valid')),
              )
            }
          },
          // What ends a large reader without a word is the system, for its memory.
          onGone: () => stop(hasGrown ? 'file-needs-too-much-memory' : 'reading-failed'),
        })
        made.send({ kind: 'job', job })
      }
      connect().then(begin, (cause: Error) => finish(() => reject(cause)))
    })
  }

  return {
    readRecords: async ({ name, text }: { name: string; text: string }): Promise<ReadFile> => {
      const files: Omit<ReadFile, 'records'>[] = []
      const records: ReadRecord[] = []
      await read({ kind: 'records', name, text }, (piece) => {
        if (piece.kind === 'file') files.push({ format: piece.format, problems: piece.problems })
        else if (piece.kind === 'records') records.push(...piece.records)
      })
      const [file] = files
      if (file === undefined || records.length > articleLimits.records)
        throw new Error('the reader’s answer is not valid')
      return { ...file, records }
    },
    readPack: async ({ text, choices, decisions }: PackToRead): Promise<PackPreview> => {
      const previews: PackPreview[] = []
      await read({ kind: 'pack', text, choices, decisions }, (piece) => {
        if (piece.kind === 'pack') previews.push(piece.preview)
      })
      const [preview] = previews
      if (preview === undefined) throw new Error('the reader’s answer is not valid')
      return preview
    },
    /** Reads ratings that Attune exported. The caller must still compare their scores with those of its own forms. */
    readRatings: async (
      job: Extract<ReadJob, { kind: 'rating-tables' | 'rating-bundle' }>,
    ): Promise<RatingsRead> => {
      const sessions: ExportedSession[] = []
      const problems: RatingsRead[] = []
      await read(job, (piece) => {
        if (piece.kind === 'ratings') sessions.push(...piece.sessions)
        if (piece.kind === 'no-ratings') problems.push(refused(piece.problem.code, piece.problem.line))
      })
      return problems[0] ?? { kind: 'read', sessions }
    },
    /** Reads what a table that Attune exported adds to sessions. The caller must still check that these are there. */
    readAdditions: async (
      job: Extract<ReadJob, { kind: 'own-words-table' | 'words-table' }>,
    ): Promise<AdditionsRead> => {
      const sessions: SessionAdditions[] = []
      const problems: Refused[] = []
      await read(job, (piece) => {
        if (piece.kind === 'additions') sessions.push(...piece.sessions)
        if (piece.kind === 'no-ratings') problems.push(refused(piece.problem.code, piece.problem.line))
      })
      return problems[0] ?? { kind: 'read', sessions }
    },
    /** Looks at the columns of a table of ratings. */
    surveyRatings: async (
      file: Omit<Extract<ReadJob, { kind: 'ratings-survey' }>, 'kind'>,
    ): Promise<Surveyed> => {
      const answers: Surveyed[] = []
      await read({ kind: 'ratings-survey', ...file }, (piece) => {
        if (piece.kind === 'surveyed') answers.push(piece.surveyed)
      })
      const [answer] = answers
      if (answer === undefined) throw new Error('the reader’s answer is not valid')
      return answer
    },
    /** Reads ratings from a table of another program. The caller must still check every answer. */
    readRatingsTable: async (
      file: Omit<Extract<ReadJob, { kind: 'ratings-table' }>, 'kind'>,
    ): Promise<GatheredRatings | FileRefusal> => {
      const sessions: RatedSession[] = []
      const ends: (Omit<GatheredRatings, 'sessions'> | FileRefusal)[] = []
      await read({ kind: 'ratings-table', ...file }, (piece) => {
        if (piece.kind === 'rated') sessions.push(...piece.sessions)
        else if (piece.kind === 'rated-end')
          ends.push({ problems: piece.problems, notes: piece.notes, leftOut: piece.leftOut })
        else if (piece.kind === 'table-refused') ends.push(piece.refusal)
      })
      const [end] = ends
      if (end === undefined) throw new Error('the reader’s answer is not valid')
      return 'code' in end ? end : { sessions, ...end }
    },
    /** Reads what another person shared. The caller must still compare it with the text that was signed. */
    readBundle: async (text: string): Promise<BundleRead> => {
      const pieces: ReadPiece[] = []
      await read({ kind: 'shared-bundle', text }, (piece) => void pieces.push(piece))
      const clients: unknown[] = []
      let head = {}
      for (const piece of pieces) {
        if (piece.kind === 'no-bundle') return { kind: 'refused', problem: piece.problem }
        if (piece.kind === 'shared-head') head = piece.head
        if (piece.kind === 'shared-client') clients.push(piece.client)
      }
      return { kind: 'read', bundle: bundleSchema.parse({ ...head, clients }) }
    },
    /** Reads a supervisor's reply. The caller must still compare it with the text that was signed. */
    readReply: async (text: string): Promise<ReplyRead> => {
      const answers: ReplyRead[] = []
      await read({ kind: 'shared-reply', text }, (piece) => {
        if (piece.kind === 'shared-reply') answers.push({ kind: 'read', reply: piece.reply })
        if (piece.kind === 'no-bundle') answers.push({ kind: 'refused', problem: piece.problem })
      })
      const [answer] = answers
      if (answer === undefined) throw new Error('the reader’s answer is not valid')
      return answer
    },
    /** Gives up the file that is being read. */
    cancel: (): void => stopOngoing('reading-cancelled'),
  }
}

export type Reader = ReturnType<typeof createReader>
