/** The range of whole numbers of a rating, ends included. */
export type RatingScale = { minimum: number; maximum: number }

/** The effect of a key on a rating. `none` leaves the key to the browser. */
export type RatingCommand =
  | { kind: 'none' }
  | { kind: 'rate'; value: number }
  /** Rates and moves to the next question. */
  | { kind: 'rate-on'; value: number }
  /** Moves to the next question, which takes the digit as its own. */
  | { kind: 'pass-on'; digit: string }
  | { kind: 'focus'; value: number }
  | { kind: 'clear' }
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'save' }

type Key = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  /** Whether the key is held down. */
  repeat?: boolean
}

/** The rating when a key is pressed: its value, the focused number, the digit typed just before. */
export type RatingPosition = {
  value: number | null
  focused: number
  previousDigit: string | null
  /** Whether a digit leads to the next question; see decision 62. */
  movesOn: boolean
}

/**
 * Gives the effect of a key on a rating.
 *
 * Digits rate at once; 1 and then 0 is ten, without a timer, as long as no other key came between. Where digits move on,
 * a 1 that could still become ten waits for the next key: another digit is the answer to the next question. Arrows stop
 * at the ends (radio buttons would jump from 10 to 0) and, while nothing is rated, only move the focus.
 */
export function readRatingKey(key: Key, position: RatingPosition, scale: RatingScale): RatingCommand {
  if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) return { kind: 'save' }
  if (key.ctrlKey || key.metaKey || key.altKey) return { kind: 'none' }
  if (/^[0-9]$/.test(key.key)) return readDigit(key, position, scale)
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

function readDigit(key: Key, position: RatingPosition, scale: RatingScale): RatingCommand {
  const stay = { kind: 'focus', value: position.focused } as const
  // A digit held down would answer every question that follows.
  if (position.movesOn && key.repeat === true) return stay
  const followsOne = position.previousDigit === '1' && position.value === 1 && scale.maximum >= 10
  const joined = Number(`1${key.key}`)
  const completesTen = followsOne && joined <= scale.maximum
  if (position.movesOn && followsOne && !completesTen) return { kind: 'pass-on', digit: key.key }
  const value = completesTen ? joined : Number(key.key)
  if (value < scale.minimum || value > scale.maximum) return stay
  const waits = value === 1 && scale.maximum >= 10
  return { kind: position.movesOn && !waits ? 'rate-on' : 'rate', value }
}

function step(by: 1 | -1, position: RatingPosition, scale: RatingScale): RatingCommand {
  const value = Math.min(scale.maximum, Math.max(scale.minimum, position.focused + by))
  return position.value === null ? { kind: 'focus', value } : { kind: 'rate', value }
}
