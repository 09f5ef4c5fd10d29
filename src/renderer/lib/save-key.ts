import { useEffect, useEffectEvent } from 'react'
import { useAbout } from './app-context.ts'

/** Whether a key saves, wherever the focus is: Ctrl+Enter or Ctrl+S, on a Mac with Cmd. */
export function isSaveKey(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  isMac: boolean,
): boolean {
  if (key === 'Enter') return ctrlKey || metaKey
  const primary = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey
  return key.toLowerCase() === 's' && primary && !altKey && !shiftKey
}

/** Calls `onSave` at a key that saves. A key that is held down counts once, and in a dialog it does nothing. */
export function useSaveKey(onSave: () => void): void {
  const { platform } = useAbout()
  const save = useEffectEvent(onSave)
  useEffect(() => {
    // Listens in the capture phase, before a focused rating or button takes the key for itself.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isSaveKey(event, platform === 'mac')) return
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]'))
        return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) save()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [platform])
}
