import { useEffect } from 'react'
import { useBlocker } from '@tanstack/react-router'
import { registerUnsaved } from './unsaved.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** The question, what leaving means, and the two answers. */
interface UnsavedWords {
  readonly title: string
  readonly text: string
  readonly leave: string
  readonly stay: string
}

/** Asks before a change is left behind unsaved; a lock, which can't wait for an answer, is told that it was lost. */
export function UnsavedGuard({ isDirty, words }: { isDirty: boolean; words: UnsavedWords }) {
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    // A lock must be able to take the page away.
    enableBeforeUnload: false,
    disabled: !isDirty,
    withResolver: true,
  })
  useEffect(() => {
    if (!isDirty) return
    return registerUnsaved(() => Promise.reject(new Error('this form keeps no draft')))
  }, [isDirty])
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
