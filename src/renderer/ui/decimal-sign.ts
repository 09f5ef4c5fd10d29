import { typedNumber } from '#shared/typed/typed-number.ts'

/**
 * Puts the locale's decimal sign where a comma or a point is typed into a number field, and its own form of a number
 * where one is pasted.
 */
export function writeDecimalSign(event: InputEvent, locale: string): void {
  const { data, target } = event
  if (data === null || !(target instanceof HTMLInputElement)) return
  const written = event.inputType === 'insertText' ? signFor(data, locale) : numberFor(data, locale)
  if (written === null || written === data) return
  event.preventDefault()
  event.stopPropagation()
  target.setRangeText(written, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
  target.dispatchEvent(new InputEvent('input', { bubbles: true, data: written, inputType: event.inputType }))
}

function signFor(typed: string, locale: string): string | null {
  if (!['.', ',', '٫'].includes(typed)) return null
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? null
}

function numberFor(pasted: string, locale: string): string | null {
  const number = typedNumber(pasted)
  if (number === null) return null
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(number)
}
