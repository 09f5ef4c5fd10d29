import { useCallback, useRef, useState } from 'react'
import type { Draft, StoredDraft } from '#shared/records/draft.ts'
import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import { useQuietChange } from '#renderer/lib/change.ts'
import { useKept } from '#renderer/lib/use-kept.ts'
import { isSameLog, therapistLog, withSession } from './edit-log.ts'
import { logToSave, type SavePurpose } from './save-purpose.ts'
import { useSaveSession } from './use-save-session.ts'

/** The start of the form. Without a stored session and a draft, the log is blank. */
export interface LogStart {
  readonly stored: StoredSessionLog | null
  readonly draft: StoredDraft | null
  readonly log: SessionLog
}

/** The session in the form, with functions to change and save it. */
export function useLogForm(start: LogStart) {
  const { stored, draft } = start
  const saveDraft = useQuietChange('drafts.save')
  const discardDraft = useQuietChange('drafts.discard')
  const [log, setLog] = useState(start.log)
  const latest = useRef(log)
  const [typedDate, setTypedDate] = useState(draft?.typedDate ?? null)
  const latestDate = useRef(typedDate)
  const revision = useRef(draft?.baseRevision ?? stored?.revision ?? 0)
  const hasDraft = useRef(draft !== null)
  const kept = useKept(async (typed: Draft) => {
    // Nothing is left to keep once the only entry was taken back.
    const isAsBefore =
      draft === null &&
      typed.typedDate === null &&
      typed.baseRevision === (stored?.revision ?? 0) &&
      isSameLog(typed.log, start.log)
    if (!isAsBefore) await saveDraft(typed)
    else if (hasDraft.current) await discardDraft({ sessionId: typed.sessionId })
    hasDraft.current = !isAsBefore
  }, 600)
  const saving = useSaveSession()
  const [savedAt, setSavedAt] = useState<string | null>(null)

  const { keep: keepDraft } = kept
  const keep = useCallback(
    (next: SessionLog): void => keepDraft(draftOf(next, revision.current, latestDate.current)),
    [keepDraft],
  )

  const take = useCallback(
    (next: SessionLog): void => {
      latest.current = next
      setLog(next)
      setSavedAt(null)
      keep(next)
    },
    [keep],
  )

  const change = useCallback(
    (edit: (log: SessionLog) => SessionLog): void => {
      const next = edit(latest.current)
      if (isSameLog(next, latest.current)) return
      take(next)
    },
    [take],
  )

  /** Takes the date as typed. What is no day yet stays in the draft, and the log keeps its last day. */
  const typeDate = useCallback(
    (day: string | null, typed: string): void => {
      latestDate.current = day === null ? typed : null
      setTypedDate(latestDate.current)
      take(day === null ? latest.current : withSession(latest.current, { date: day }))
    },
    [take],
  )

  /** Saves and gives the stored version, or null on failure: then the form and the draft keep everything. */
  const save = async (
    purpose: SavePurpose,
    { edit, over }: { edit?: (log: SessionLog) => SessionLog; over?: number } = {},
  ): Promise<StoredSessionLog | null> => {
    const started = latest.current
    const edited = edit ? edit(started) : started
    if (over !== undefined) revision.current = over
    kept.hold(draftOf(edited, revision.current, latestDate.current))
    try {
      const saved = await saving.mutateAsync({
        log: logToSave(edited, purpose, new Date().toISOString()),
        expectedRevision: revision.current,
        isOverOther: over !== undefined,
      })
      revision.current = saved.revision
      const { status, guess, closedAt, number } = saved.session
      // Text typed during the save stays, on top of the saved version.
      const isUntouched = latest.current === started
      kept.forget()
      latest.current = isUntouched
        ? therapistLog(saved)
        : { ...latest.current, session: { ...latest.current.session, status, guess, closedAt, number } }
      setLog(latest.current)
      if (isUntouched) setSavedAt(saved.savedAt)
      else keep(latest.current)
      return saved
    } catch {
      // The mutation holds the failure, and the screen shows it.
      keep(latest.current)
      return null
    }
  }

  return {
    log,
    typedDate,
    change,
    typeDate,
    save,
    kept,
    savedAt,
    isSaving: saving.isPending,
    failure: saving.error,
  }
}

/** The result of `useLogForm`. */
export type LoggedForm = ReturnType<typeof useLogForm>

function draftOf(log: SessionLog, baseRevision: number, typedDate: string | null): Draft {
  return { sessionId: log.session.id, clientId: log.session.clientId, baseRevision, log, typedDate }
}
