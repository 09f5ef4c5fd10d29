/** "a, b, and c", as the screens write a list. */
export function listed(parts: readonly string[], options: Intl.ListFormatOptions = {}): string {
  return new Intl.ListFormat('en', options).format(parts)
}
