import { useBlocker } from '@tanstack/react-router'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** The question, what leaving means, and the two answers. */
interface UnsavedWords {
  readonly title: string
  readonly text: string
  readonly leave: string
  readonly stay: string
}

/** Asks before the user leaves an unsaved change. It stays as a draft, which the form itself keeps. */
export function UnsavedGuard({ isDirty, words }: { isDirty: boolean; words: UnsavedWords }) {
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    // A lock must be able to close the page.
    enableBeforeUnload: false,
    disabled: !isDirty,
    withResolver: true,
  })
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
