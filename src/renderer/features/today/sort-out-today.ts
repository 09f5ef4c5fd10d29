import type { Today } from '#shared/overview/today.ts'

type TodaySession = Today['sessions'][number]
type Draft = Today['drafts'][number]
type UnfinishedSession = Today['unfinished'][number]

/** A session of today with what can be done about it; `draftFrom` is an instant, null without a draft. */
export type SessionRow = TodaySession & { action: 'log' | 'continue' | 'open'; draftFrom: string | null }

/** Something left behind: a draft, or a session of an earlier day that nobody logged. */
export type UnfinishedRow = { kind: 'draft'; draft: Draft } | { kind: 'session'; session: UnfinishedSession }

/**
 * Sets each session in one place only: with today's where it is today's, else with what was not finished.
 *
 * A draft says more than the bare session, so it stands for it.
 */
export function sortOutToday({ sessions, drafts, unfinished }: Today): {
  sessions: SessionRow[]
  unfinished: UnfinishedRow[]
} {
  const draftsBySession = new Map(drafts.map((draft) => [draft.sessionId, draft]))
  const ofToday = new Set(sessions.map(({ sessionId }) => sessionId))
  return {
    sessions: sessions.map((session) => {
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

function actionFor({ status }: TodaySession, draft: Draft | undefined): SessionRow['action'] {
  if (draft !== undefined || status === 'begun') return 'continue'
  return status === 'planned' ? 'log' : 'open'
}
