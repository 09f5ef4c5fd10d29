import type { Today } from '#shared/overview/today.ts'

type TodaySession = Today['sessions'][number]
type Draft = Today['drafts'][number]
type UnfinishedSession = Today['unfinished'][number]

/** A session of today with its possible action; `draftFrom` is an instant, null without a draft. */
export type SessionRow = TodaySession & { action: 'log' | 'continue' | 'open'; draftFrom: string | null }

/** Unfinished work: a draft, or a session of an earlier day that nobody logged. */
export type UnfinishedRow = { kind: 'draft'; draft: Draft } | { kind: 'session'; session: UnfinishedSession }

/**
 * Lists each session once, those of today in the order of the day: under today if it is today's, else under unfinished work.
 *
 * A draft has more content than its session, so it replaces the session in the list.
 */
export function sortOutToday({ sessions, drafts, unfinished }: Today): {
  sessions: SessionRow[]
  unfinished: UnfinishedRow[]
} {
  const draftsBySession = new Map(drafts.map((draft) => [draft.sessionId, draft]))
  const ofToday = new Set(sessions.map(({ sessionId }) => sessionId))
  return {
    sessions: sessions.toSorted(byTime).map((session) => {
      const draft = draftsBySession.get(session.sessionId)
      return { ...session, action: actionFor(session, draft), draftFrom: draft?.updatedAt ?? null }
    }),
    unfinished: [
      ...drafts
        .filter(({ sessionId }) => !ofToday.has(sessionId))
        .map((draft): UnfinishedRow => ({ kind: 'draft', draft })),
      ...unfinished
        .filter(({ sessionId }) => !draftsBySession.has(sessionId))
        .map((session): UnfinishedRow => ({ kind: 'session', session })),
    ],
  }
}

/** Sessions whose time nobody entered come last. */
function byTime(one: TodaySession, other: TodaySession): number {
  const [first, second] = [one.timeOfDay ?? '24:00', other.timeOfDay ?? '24:00']
  if (first !== second) return first < second ? -1 : 1
  return one.clientCode.localeCompare(other.clientCode, 'en', { numeric: true })
}

function actionFor({ status }: TodaySession, draft: Draft | undefined): SessionRow['action'] {
  if (draft !== undefined || status === 'begun') return 'continue'
  return status === 'planned' ? 'log' : 'open'
}
