import { useRef } from 'react'
import { flushSync } from 'react-dom'
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
  movesOn,
  isDisabled,
}: {
  value: number | null
  scale: RatingScale
  /** Gives the effect of a key; by default that of every rating. */
  read?: typeof readRatingKey
  onChange: (value: number | null) => void
  onSave: (() => void) | undefined
  /** Whether a digit leads to the next question. */
  movesOn: boolean
  isDisabled: boolean
}) {
  const item = useRef<HTMLDivElement>(null)
  const previousDigit = useRef<string | null>(null)

  function focusNumber(number: number) {
    item.current?.querySelector<HTMLInputElement>(`input[value="${number}"]`)?.focus()
  }

  function moveBy(by: 1 | -1) {
    if (item.current !== null) focusNeighbour(item.current, by)
  }

  function follow(command: RatingCommand) {
    switch (command.kind) {
      case 'rate-on':
        // What the answer makes reachable, such as sealing a guess, is then the next control.
        flushSync(() => onChange(command.value))
        moveBy(1)
        break
      case 'pass-on':
        moveBy(1)
        item.current?.ownerDocument.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: command.digit, bubbles: true, cancelable: true }),
        )
        break
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
        moveBy(command.by)
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
    const focused = Number(event.target.value)
    const position = { value, focused, previousDigit: previousDigit.current, movesOn }
    const { ctrlKey, metaKey, altKey, shiftKey, repeat } = event
    // A keyboard for another script may type its own digits.
    const key = westernDigits(event.key)
    const command = read({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }, position, scale)
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
