import { useEffect, type RefObject } from 'react'

/** Saves on Ctrl or Cmd with Enter anywhere in the form; ratings, which use Enter themselves, pass it on. */
export function useSaveKey(form: RefObject<HTMLFormElement | null>, onSave: () => void): void {
  useEffect(() => {
    const element = form.current
    // Listens in the capture phase, before a focused button or word takes the Enter for itself.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      onSave()
    }
    element?.addEventListener('keydown', onKeyDown, { capture: true })
    return () => element?.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [form, onSave])
}
