/** A calendar day in words, the same in every zone. */
export function dayInWords(date: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}
