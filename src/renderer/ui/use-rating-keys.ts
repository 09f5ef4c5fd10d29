import { useRef } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { westernDigits } from '#shared/typed/western-digits.ts'
import { readRatingKey } from './rating-keys.ts'
import type { RatingCommand, RatingScale } from './rating-keys.ts'
import { focusNeighbour } from './rating-neighbours.ts'

/**
 * Keyboard handling for a rating made of radio buttons whose values are the whole numbers of `scale`.
 *
 * Spread the result on the element around the radio buttons, which carries `data-rating-item`.
 */
export function useRatingKeys({
  value,
  scale,
  read = readRatingKey,
  onChange,
  onSave,
  isDisabled,
}: {
  value: number | null
  scale: RatingScale
  /** Gives the effect of a key; by default that of every rating. */
  read?: typeof readRatingKey
  onChange: (value: number | null) => void
  onSave: (() => void) | undefined
  isDisabled: boolean
}) {
  const item = useRef<HTMLDivElement>(null)
  const previousDigit = useRef<string | null>(null)

  function focusNumber(number: number) {
    item.current?.querySelector<HTMLInputElement>(`input[value="${number}"]`)?.focus()
  }

  function follow(command: RatingCommand) {
    switch (command.kind) {
      case 'rate':
        onChange(command.value)
        focusNumber(command.value)
        break
      case 'focus':
        focusNumber(command.value)
        break
      case 'clear':
        onChange(null)
        break
      case 'move':
        if (item.current !== null) focusNeighbour(item.current, command.by)
        break
      case 'save':
        onSave?.()
        break
      case 'none':
        break
    }
  }

  function onKeyDownCapture(event: KeyboardEvent<HTMLDivElement>) {
    if (isDisabled || !(event.target instanceof HTMLInputElement)) return
    const position = { value, focused: Number(event.target.value), previousDigit: previousDigit.current }
    const { ctrlKey, metaKey, altKey, shiftKey } = event
    // A keyboard for another script may type its own digits.
    const key = westernDigits(event.key)
    const command = read({ key, ctrlKey, metaKey, altKey, shiftKey }, position, scale)
    previousDigit.current = /^[0-9]$/.test(key) ? key : null
    if (command.kind === 'none') return
    event.preventDefault()
    event.stopPropagation()
    follow(command)
  }

  function onBlur(event: FocusEvent<HTMLDivElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) previousDigit.current = null
  }

  function clear() {
    onChange(null)
    item.current?.querySelector('input')?.focus()
  }

  return { frame: { ref: item, onKeyDownCapture, onBlur }, clear }
}
