import { useEffect } from 'react'
import { useBlocker } from '@tanstack/react-router'
import { registerUnsaved, reportLoss } from './unsaved.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** The question, what leaving means, and the two answers. */
interface UnsavedWords {
  readonly title: string
  readonly text: string
  readonly leave: string
  readonly stay: string
}

/**
 * Asks before the user leaves an unsaved change.
 *
 * A lock can't wait for an answer: it calls `saveAtLock`, and without one it reports the change as lost.
 */
export function UnsavedGuard({
  isDirty,
  words,
  saveAtLock = reportLoss,
}: {
  isDirty: boolean
  words: UnsavedWords
  saveAtLock?: () => Promise<void>
}) {
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    // A lock must be able to close the page.
    enableBeforeUnload: false,
    disabled: !isDirty,
    withResolver: true,
  })
  useEffect(() => {
    if (!isDirty) return
    return registerUnsaved(saveAtLock)
  }, [isDirty, saveAtLock])
  return (
    <Dialog
      title={words.title}
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      actions={
        <>
          <Button onPress={() => blocker.proceed?.()}>{words.leave}</Button>
          <Button kind="primary" onPress={() => blocker.reset?.()}>
            {words.stay}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
    </Dialog>
  )
}
