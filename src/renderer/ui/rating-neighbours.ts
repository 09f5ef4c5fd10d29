const item = '[data-rating-item]'
const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/**
 * Moves the focus from a rating to the next control, or back to the previous rating, in the same form (`form` or
 * `data-rating-list`).
 *
 * The next control need not be a rating, so the focus skips no words or button between two ratings. In a rating the
 * focus goes to its answer.
 */
export function focusNeighbour(current: HTMLElement, by: 1 | -1): void {
  const list = current.closest<HTMLElement>('form, [data-rating-list]') ?? current.ownerDocument.body
  const ratings = [...list.querySelectorAll<HTMLElement>(item)]
  if (by === -1) {
    const previous = ratings[ratings.indexOf(current) - 1]
    if (previous !== undefined) focusRating(previous)
    return
  }
  const next = firstReachableAfter(current, list)
  const rating = next?.closest<HTMLElement>(item)
  if (rating) focusRating(rating)
  else next?.focus()
}

function focusRating(rating: HTMLElement): void {
  const target = rating.querySelector<HTMLInputElement>('input:checked') ?? rating.querySelector('input')
  target?.focus()
}

function firstReachableAfter(current: HTMLElement, list: HTMLElement): HTMLElement | undefined {
  return [...list.querySelectorAll<HTMLElement>(reachable)].find(
    (element) =>
      !current.contains(element) &&
      (current.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
}
