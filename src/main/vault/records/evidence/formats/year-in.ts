/** The year in a date as programs write it, such as "2016/09//", "05 NOV 2019" or "1998-2000": the first one. */
export function yearIn(date: string): string | undefined {
  return /(?<!\d)(?:(?:1[5-9]|2[01])\d\d|2200)(?!\d{1,3}(?!\d))/.exec(date)?.[0]
}
