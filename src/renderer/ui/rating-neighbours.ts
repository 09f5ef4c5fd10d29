const item = '[data-rating-item]'
const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/**
 * Moves the focus from one rating to the one after or before it in the same form (`form` or `data-rating-list`).
 * After the last rating the focus goes to whatever comes next in the form, so that Enter alone reaches the end of it.
 */
export function focusNeighbour(current: HTMLElement, by: 1 | -1): void {
  const list = current.closest<HTMLElement>('form, [data-rating-list]') ?? current.ownerDocument.body
  const ratings = [...list.querySelectorAll<HTMLElement>(item)]
  const neighbour = ratings[ratings.indexOf(current) + by]
  if (neighbour !== undefined) {
    focusRating(neighbour)
    return
  }
  if (by === 1) firstReachableAfter(current, list)?.focus()
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
