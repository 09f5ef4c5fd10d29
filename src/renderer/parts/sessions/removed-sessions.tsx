import { useEffect, useId, useRef, useState, type RefObject } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RemovedSession } from '#shared/contract/operations/sessions.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'

/** Longer than a list takes to be asked for again. */
const longestWaitMilliseconds = 10_000

/** A session that an Undo has brought back, with the number that it had before. */
type Back = RemovedSession & { readonly numberBefore: number }

/** The removals that can be undone, of one client or of all with null, each with its Undo. Nothing without any. */
export function RemovedSessions({ clientId }: { clientId: string | null }) {
  const { t } = useTranslation()
  const asked = useAsk('sessions.removed')
  const [back, setBack] = useState<Back | null>(null)
  const removed = (asked.data ?? []).filter((each) => clientId === null || each.clientId === clientId)
  const isReadOnly = useReadOnly() !== null
  const newestUndo = useFocusWhenAdded(asked.data?.[0]?.id ?? null, asked.data !== undefined)
  if (isReadOnly || (removed.length === 0 && back === null)) return null
  return (
    <div data-screen-only="" className={stackClass({ gap: 8 })}>
      {back === null ? null : <BackAgain back={back} />}
      {removed.length === 0 ? null : (
        <Banner kind="info" title={t('mending.removed.title', { count: removed.length })}>
          <ul className={stackClass({ gap: 8 })}>
            {removed.map((each, index) => (
              <li key={each.id}>
                <UndoLine removed={each} undoRef={index === 0 ? newestUndo : undefined} onBack={setBack} />
              </li>
            ))}
          </ul>
          <p>{t('mending.removed.until')}</p>
        </Banner>
      )}
    </div>
  )
}

/** Moves the focus to the newest Undo when a removal on this screen has added it: what had the focus is gone. */
function useFocusWhenAdded(newest: string | null, isKnown: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef<string | null | undefined>(undefined)
  useEffect(() => {
    if (!isKnown) return
    const isAdded = before.current !== undefined && newest !== null && newest !== before.current
    before.current = newest
    return isAdded ? focusOnceFree(button) : undefined
  }, [newest, isKnown])
  return button
}

/**
 * Moves the focus whenever what had it is gone: first the dialog, which may give it back late, then the removed session's
 * row, which stays until its list is asked for again. A key or a press ends this, and so does time.
 */
function focusOnceFree(button: RefObject<HTMLButtonElement | null>): () => void {
  const ends = new AbortController()
  const leave = () => ends.abort()
  const look = setInterval(() => {
    if (document.activeElement === document.body) button.current?.focus()
  }, 100)
  const atLast = setTimeout(leave, longestWaitMilliseconds)
  ends.signal.addEventListener('abort', () => {
    clearInterval(look)
    clearTimeout(atLast)
  })
  for (const type of ['keydown', 'pointerdown'])
    window.addEventListener(type, leave, { capture: true, signal: ends.signal })
  return leave
}

function UndoLine({
  removed,
  undoRef,
  onBack,
}: {
  removed: RemovedSession
  undoRef: RefObject<HTMLButtonElement | null> | undefined
  onBack: (back: Back) => void
}) {
  const { t } = useTranslation()
  const { id, number, clientCode: code, date } = removed
  const line = useId()
  const undo = useChange('sessions.undoRemoval', {
    onSuccess: (found) => onBack({ ...found, numberBefore: number }),
  })
  return (
    <>
      <div className={stackClass({ direction: 'row', gap: 12, lineGap: 4, align: 'centre' })}>
        <span id={line}>{t('mending.removed.session', { number, code, date: new Date(date) })}</span>
        <Button
          ref={undoRef}
          describedBy={line}
          isPending={undo.isPending}
          onPress={() => undo.mutate({ id })}
        >
          {t('mending.removed.undo')}
        </Button>
      </div>
      <FailureNotice failure={undo.error} />
    </>
  )
}

/** Says that a session is back, and leads to it. It takes the focus: the Undo that had it is gone. */
function BackAgain({ back: { id, clientId, clientCode: code, number, numberBefore } }: { back: Back }) {
  const { t } = useTranslation()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.focus(), [id])
  return (
    <output>
      {number === numberBefore
        ? t('mending.removed.back', { number, code })
        : t('mending.removed.backAs', { number, code })}{' '}
      <Link ref={link} to="/clients/$clientId/sessions/$sessionId" params={{ clientId, sessionId: id }}>
        {t('mending.removed.open', { number })}
      </Link>
    </output>
  )
}
