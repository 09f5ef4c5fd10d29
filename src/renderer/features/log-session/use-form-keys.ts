import { useEffect, useEffectEvent, type RefObject } from 'react'
import { useAbout } from '#renderer/lib/app-context.ts'
import { isSaveKey } from '#renderer/lib/save-key.ts'
import { focusNeighbour } from '#renderer/ui/rating-neighbours.ts'
import { parts, type Part } from './save-purpose.ts'

/** Groups of words and choices, and lines of text: Enter leaves them. A text of several lines keeps its Enter. */
const leftByEnter = '[role="toolbar"], [role="radiogroup"], input'

/**
 * The keys of the whole form, whatever has the focus: Ctrl+Enter and Ctrl+S save, Alt with 1, 2 or 3 opens a part. Enter
 * leads from words, choices and lines to the next question, Shift+Enter back to the last rating. Decision 62 says why.
 *
 * Ratings handle their own keys. In a dialog the form's keys do nothing.
 */
export function useFormKeys({
  form,
  onSave,
  onPart,
}: {
  form: RefObject<HTMLFormElement | null>
  onSave: () => void
  onPart: (part: Part) => void
}): void {
  const { platform } = useAbout()
  const save = useEffectEvent(onSave)
  const open = useEffectEvent(onPart)
  useEffect(() => {
    const actFor = (event: KeyboardEvent): (() => void) | null => {
      if (isSaveKey(event, platform === 'mac')) return save
      const part = partForKey(event)
      if (part !== null) return () => open(part)
      const { target } = event
      if (!isBareEnter(event) || !(target instanceof Element) || !form.current?.contains(target)) return null
      const isLeft = target.closest(leftByEnter) !== null && target.closest('[data-rating-item]') === null
      return isLeft ? () => focusNeighbour(target, event.shiftKey ? -1 : 1) : null
    }
    // Listens in the capture phase, before a focused button or word takes the key for itself.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]'))
        return
      const act = actFor(event)
      if (act === null) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) act()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [form, platform])
}

function partForKey({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Part | null {
  if (!altKey || ctrlKey || metaKey || shiftKey) return null
  // By the key's place: with Alt, a Mac types another character.
  return parts.find((_, index) => code === `Digit${String(index + 1)}`) ?? null
}

const isBareEnter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === 'Enter' && !ctrlKey && !metaKey && !altKey
