import { useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { SessionId } from '#shared/records/ids.ts'
import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import type { Session } from '#shared/records/session.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useQuietChange, useChangeBy, useTakeStatus } from '#renderer/lib/change.ts'
import { useOneAtATime } from '#renderer/lib/use-one-at-a-time.ts'
import { hasClientAnswers } from './client-responses.ts'
import { hasTooLongNote, responseTo, withSession } from './edit-log.ts'
import type { Part, SavePurpose } from './save-purpose.ts'
import { useHandOverForms } from './use-hand-over-forms.ts'
import type { LoggedForm } from './use-log-form.ts'

type Attempt = [purpose: SavePurpose, options?: { edit?: (log: SessionLog) => SessionLog; over?: number }]

/** All actions of the form besides editing it. */
export function useLogActions({
  form,
  stored,
  onReload,
  onPart,
}: {
  form: LoggedForm
  stored: StoredSessionLog | null
  onReload: () => void
  onPart: (part: Part) => void
}) {
  const api = useApi()
  const discardDraft = useQuietChange('drafts.discard')
  const navigate = useNavigate()
  const handOver = useHandOver()
  const [refusals, setRefusals] = useState(0)
  const [isHandingOver, setIsHandingOver] = useState(false)
  const [hasSaved, setHasSaved] = useState(false)
  const [leadsOn, setLeadsOn] = useState(false)
  const lastAttempt = useRef<Attempt>(['session'])
  const { id: sessionId, clientId } = form.log.session
  const sessionPurpose = stored?.session.closedAt ? 'correction' : 'session'
  const isHeld = stored?.session.status === 'held'
  const isAnswered = stored !== null && (stored.hasHiddenEmotions || hasClientAnswers(stored))
  const forms = useHandOverForms(form.log, stored)
  const wantsHandOver = forms.isPlanned ? forms.due.length > 0 : !isAnswered

  const submit = useOneAtATime(async (...attempt: Attempt): Promise<StoredSessionLog | null> => {
    const isDateOpen = form.typedDate !== null
    if (isDateOpen || hasTooLongNote(form.log)) {
      setRefusals((before) => before + 1)
      onPart(isDateOpen ? 'before' : 'after')
      return null
    }
    lastAttempt.current = attempt
    setLeadsOn(attempt[0] === 'before' || attempt[1]?.edit !== undefined)
    const saved = await form.save(...attempt)
    if (saved) setHasSaved(true)
    return saved
  })

  return {
    handOver,
    submit,
    hasSaved,
    /** Whether the last save leads on by itself: from Before to After, or to the emotions that a settled guess shows. */
    leadsOn,
    /** How often a save was refused because of a field that can’t be saved. */
    refusals,
    isHandingOver,
    /** Opens or closes the dialog of the hand-over, which starts with the forms that are due. */
    setIsHandingOver: (isOpen: boolean) => {
      forms.reset()
      setIsHandingOver(isOpen)
    },
    isAnswered,
    forms,
    /** Whether a hand-over is the next thing to do with this session: something is due, or nothing is answered. */
    wantsHandOver,
    canHandOver: isHeld && wantsHandOver,
    guessAtHandOver:
      form.log.session.guess !== 'open'
        ? ('settled' as const)
        : responseTo(form.log, ownInstruments.emotionsGuess)
          ? ('made' as const)
          : ('none' as const),
    retry: () => submit(...lastAttempt.current),
    /** Overwrites a version saved elsewhere; that version stays among the earlier ones. */
    saveOver: async () => {
      const newest = await api.sessions.get({ id: sessionId })
      const [purpose, options] = lastAttempt.current
      return submit(purpose, { ...options, over: newest.revision })
    },
    takeNumber: (number: number) => {
      form.change((log) => withSession(log, { number }))
      return submit(...lastAttempt.current)
    },
    /** Seals or skips the guess and saves, so that the hidden emotions appear. The session keeps its status. */
    settleGuess: (guess: Session['guess']) =>
      submit('asItIs', { edit: (log) => withSession(log, { guess }) }),
    startHandOver: async () => {
      // A form for the beginning leaves the rest of the session to come.
      const saved = await submit(forms.moment === 'beginning' ? 'before' : sessionPurpose)
      const { instrumentIds } = forms
      if (saved) handOver.mutate({ sessionId: saved.session.id, ...(instrumentIds && { instrumentIds }) })
    },
    discard: async () => {
      form.kept.forget()
      await discardDraft({ sessionId })
      if (stored) onReload()
      else await navigate({ to: '/clients/$clientId', params: { clientId }, replace: true })
    },
  }
}

/** Begins the hand-over. The vault's new state unmounts every screen of the therapist's, this one included. */
function useHandOver() {
  const api = useApi()
  return useChangeBy(
    'handOver.begin',
    async (begin, given: { sessionId: SessionId; instrumentIds?: string[] }) => {
      await begin(given)
      return api.vault.status()
    },
    { onSuccess: useTakeStatus() },
  )
}
