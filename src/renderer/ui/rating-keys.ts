/** The range of whole numbers of a rating, ends included. */
export type RatingScale = { minimum: number; maximum: number }

/** The effect of a key on a rating. `none` leaves the key to the browser. */
export type RatingCommand =
  | { kind: 'none' }
  | { kind: 'rate'; value: number }
  | { kind: 'focus'; value: number }
  | { kind: 'clear' }
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'save' }

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

/** The rating when a key is pressed: its value, the focused number, the digit typed just before. */
export type RatingPosition = { value: number | null; focused: number; previousDigit: string | null }

/**
 * Gives the effect of a key on a rating.
 *
 * Digits rate at once; 1 and then 0 is ten, without a timer, as long as no other key came between. Arrows stop at the
 * ends (radio buttons would jump from 10 to 0) and, while nothing is rated, only move the focus.
 */
export function readRatingKey(key: Key, position: RatingPosition, scale: RatingScale): RatingCommand {
  if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) return { kind: 'save' }
  if (key.ctrlKey || key.metaKey || key.altKey) return { kind: 'none' }
  if (/^[0-9]$/.test(key.key)) return readDigit(key.key, position, scale)
  switch (key.key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return step(1, position, scale)
    case 'ArrowLeft':
    case 'ArrowUp':
      return step(-1, position, scale)
    case 'Home':
      return { kind: 'rate', value: scale.minimum }
    case 'End':
      return { kind: 'rate', value: scale.maximum }
    case 'Backspace':
    case 'Delete':
      return { kind: 'clear' }
    case 'Enter':
      return { kind: 'move', by: key.shiftKey ? -1 : 1 }
    default:
      return { kind: 'none' }
  }
}

function readDigit(digit: string, position: RatingPosition, scale: RatingScale): RatingCommand {
  const joined = Number(`${position.previousDigit ?? ''}${digit}`)
  const completesTen =
    position.previousDigit === '1' && position.value === 1 && joined >= 10 && joined <= scale.maximum
  const value = completesTen ? joined : Number(digit)
  const isOnScale = value >= scale.minimum && value <= scale.maximum
  return isOnScale ? { kind: 'rate', value } : { kind: 'focus', value: position.focused }
}

function step(by: 1 | -1, position: RatingPosition, scale: RatingScale): RatingCommand {
  const value = Math.min(scale.maximum, Math.max(scale.minimum, position.focused + by))
  return position.value === null ? { kind: 'focus', value } : { kind: 'rate', value }
}
