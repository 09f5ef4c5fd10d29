const item = '[data-rating-item]'
/** A question with several controls: a rating, a choice, or words. */
const question = `${item}, [role="radiogroup"], [role="toolbar"]`
const reachable =
  'a[href], button:not(:disabled, [tabindex="-1"]), input:not(:disabled, [type="hidden"], [hidden]), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/**
 * Moves the focus from a control to the next one outside of its question, or back to the previous rating, in the same
 * form (`form` or `data-rating-list`).
 *
 * The next control need not be a rating, so the focus skips no words or button between two ratings. In a rating or a
 * choice the focus goes to its answer.
 */
export function focusNeighbour(control: Element, by: 1 | -1): void {
  const current = control.closest(question) ?? control
  const list = current.closest('form, [data-rating-list]') ?? current.ownerDocument.body
  if (by === -1) {
    const previous = [...list.querySelectorAll(item)].findLast(
      (rating) => rating !== current && isBefore(rating, current),
    )
    if (previous) focusAnswer(previous)
    return
  }
  const next = [...list.querySelectorAll<HTMLElement>(reachable)].find(
    (element) => !current.contains(element) && isBefore(current, element),
  )
  const nextQuestion = next?.closest(`${item}, [role="radiogroup"]`)
  if (nextQuestion) focusAnswer(nextQuestion)
  else next?.focus()
}

const isBefore = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** Moves the focus to the chosen answer of a rating or a choice, or to the first one. */
export function focusAnswer(asked: Element): void {
  const target = asked.querySelector<HTMLInputElement>('input:checked') ?? asked.querySelector('input')
  target?.focus()
}
