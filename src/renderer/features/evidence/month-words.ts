const format = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A month such as `2018-11` in words: "November 2018". */
export function monthWords(month: string): string {
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
