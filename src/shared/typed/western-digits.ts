const anyDigit = /\p{Nd}/u

/** A text with the digits of all scripts as 0 to 9: ٧ and ７ become 7. Everything else stays. */
export function westernDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => String(valueOf(digit)))
}

/** Unicode has the ten digits of each script in a row, from zero on; some of these rows follow each other. */
function valueOf(digit: string): number {
  const at = digit.codePointAt(0) ?? 0
  let before = at
  while (before > 0 && anyDigit.test(String.fromCodePoint(before - 1))) before -= 1
  return (at - before) % 10
}
