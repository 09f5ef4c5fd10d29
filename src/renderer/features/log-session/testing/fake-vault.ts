import type { OutputAt } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import type { ForesightOfSession } from '#shared/foresight/foresight.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { packOverview } from '#shared/overview/packed-overview.ts'
import { clientAlliance, ownSeries } from '#shared/series/testing/own-series.ts'
import {
  sessionSummarySchema,
  type ClientOverview,
  type SessionSummary,
} from '#shared/overview/client-overview.ts'
import type { Risk } from '#shared/risk/risk.ts'
import { blankLog } from '#shared/records/blank-log.ts'
import type { Draft, StoredDraft } from '#shared/records/draft.ts'
import { clientIdSchema, responseIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import type { Response, SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import type { Session } from '#shared/records/session.ts'
import { fakeRisks } from '#renderer/testing/fake-risks.ts'
import { exampleClient } from '#renderer/testing/example-client.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import type { FakeHandlers } from '#renderer/testing/render-app.tsx'
import { todayHere } from '#renderer/lib/dates.ts'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/attune-*.json', {
  eager: true,
  import: 'default',
})

/** The instruments that ship with Attune, as the vault offers them. */
export const instruments: Instrument[] = Object.values(files).map((content) =>
  instrumentSchema.parse(content),
)

export const clientId = clientIdSchema.parse('7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911')
export const sessionId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d10')

export const client = exampleClient({ id: clientId })

export const savedAt = '2025-03-04T13:05:00.000Z'

/** A log of session 8, on today's date unless `session` has another. */
export function logWith(session: Partial<Session> = {}, rest: Partial<SessionLog> = {}): SessionLog {
  const log = blankLog({ id: sessionId, clientId, number: 8, ...todayHere() })
  return { ...log, ...rest, session: { ...log.session, ...session } }
}

/** The client's answers to one form, by item id. */
export function clientResponse(instrumentId: string, ratings: Record<string, number>): Response {
  return {
    id: responseIdSchema.parse(crypto.randomUUID()),
    instrumentId,
    instrumentVersion: instruments.find(({ id }) => id === instrumentId)?.version ?? 1,
    rater: 'client',
    occasion: 'after',
    answers: Object.fromEntries(
      Object.entries(ratings).map(([id, value]) => [id, { value, missingReason: null }]),
    ),
    words: [],
    comment: '',
    recordedAt: savedAt,
    fromPaperAt: null,
  }
}

export function storedOf(log: SessionLog, hasHiddenEmotions = false): StoredSessionLog {
  return { ...log, revision: 1, savedAt, hasHiddenEmotions }
}

/** The overview that the real analytics calculate from these sessions. */
export function overviewOf(sessions: readonly SessionSummary[]): ClientOverview {
  return { ...buildOverview(client, sessions, { series: ownSeries }), prompts: [] }
}

/** A held session with the client's alliance rating, numbered from 1. */
export function summaryOf(number: number, alliance: number | null, ruptureNote: RuptureNote | null = null) {
  return sessionSummarySchema.parse({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    number,
    status: 'held',
    date: new Date(Date.UTC(2025, 0, 7 * number)).toISOString().slice(0, 10),
    modality: 'in-person',
    isClosed: true,
    hasHiddenEmotions: false,
    hasNotes: false,
    clientMissing: null,
    scores: alliance === null ? {} : { [clientAlliance]: alliance },
    scoresBefore: {},
    feelingWords: null,
    ruptureNote,
    events: [],
  })
}

/** A vault in memory that stores one session and its draft like the real one; `saves` are the requests it got. */
export function createFakeVault(
  start: {
    stored?: StoredSessionLog
    draft?: StoredDraft
    overview?: ClientOverview
    risks?: readonly Risk[]
    foresight?: ForesightOfSession
    /** What the client has on every other day. */
    onDay?: OutputAt<'sessions.onDay'>
  } = {},
) {
  const saves: { log: SessionLog; expectedRevision: number; isOverOther: boolean }[] = []
  const drafts: Draft[] = []
  let stored = start.stored ?? null
  let draft = start.draft ?? null
  let failure: AppError | null = null
  /** The client's emotions, which the vault hides until the guess is settled. */
  let hidden: Response[] = []

  const handlers = {
    clients: { get: () => client, overview: () => packOverview(start.overview ?? overviewOf([])) },
    instruments: { ofSession: () => instruments },
    risk: fakeRisks(start.risks).handlers,
    supervision: { agreements: () => [] },
    replies: { ofClient: () => [] },
    foresight: { ofSession: () => start.foresight ?? { asked: null, isForeseen: false, opened: null } },
    sessions: {
      get: () => {
        if (!stored) throw new AppError('not-found')
        return stored
      },
      nextNumber: () => ({ number: 9 }),
      onDay: () => start.onDay ?? [],
      versions: () => [],
      save: ({ log, expectedRevision, isOverOther }) => {
        if (failure) throw failure
        saves.push({ log, expectedRevision, isOverOther })
        if (stored && expectedRevision !== stored.revision) throw new AppError('conflict')
        const isSettled = log.session.guess !== 'open'
        const theirs = stored?.responses.filter(({ rater }) => rater === 'client') ?? []
        stored = {
          ...log,
          responses: [...log.responses, ...theirs, ...(isSettled ? hidden : [])],
          revision: expectedRevision + 1,
          savedAt: new Date().toISOString(),
          hasHiddenEmotions: hidden.length > 0 && !isSettled,
        }
        draft = null
        return stored
      },
    },
    drafts: {
      ...fakeFormDrafts(),
      get: () => draft,
      save: (saved) => {
        if (failure) throw failure
        drafts.push(saved)
        draft = { ...saved, updatedAt: new Date().toISOString() }
        return undefined
      },
      discard: () => {
        draft = null
        return undefined
      },
    },
  } satisfies FakeHandlers

  return {
    handlers,
    saves,
    drafts,
    draft: () => draft,
    fail: (next: AppError | null) => {
      failure = next
    },
    hide: (responses: Response[]) => {
      hidden = responses
    },
    /** Acts as if somebody else had saved. */
    moveOn: () => {
      if (stored) stored = { ...stored, revision: stored.revision + 1 }
    },
  }
}
