import type { Instrument } from '../instruments/instrument.ts'
import { plain } from './guess-mapping.ts'

/**
 * Which text of a file most likely stands for each item of a questionnaire: the item's own id, or the same number at the
 * end of a row of texts that begin alike.
 */
export function guessItems(
  instrument: Pick<Instrument, 'id' | 'items' | 'scales' | 'totalOf'>,
  texts: readonly string[],
): { readonly item: string; readonly at: number }[] {
  // The question of a total has the id of its scale.
  if (instrument.totalOf !== undefined)
    return guessTotals(instrument, texts).map(({ scale, at }) => ({ item: scale, at }))
  const { id, items } = instrument
  const byPlain = new Map(texts.map((text, at) => [plain(text), at]))
  // The number in the name of a total is none of an item.
  const totals = new Set(guessTotals(instrument, texts).map(({ at }) => at))
  const rows = Map.groupBy(
    texts.flatMap((text, at) => {
      if (totals.has(at)) return []
      const [, before, number] = /^(.*?)0*([1-9]\d*)\D*$/.exec(text.trim().toLowerCase()) ?? []
      return before === undefined ? [] : [{ start: plain(before), number: Number(number), at }]
    }),
    ({ start }) => start,
  )
  const whole = [...rows].filter(
    ([, row]) =>
      row.length <= items.length && row.every((_, at) => row.some(({ number }) => number === at + 1)),
  )
  const complete = whole.filter(([, row]) => row.length === items.length)
  const row =
    whole.find(([start, { length }]) => length > 1 && start.includes(plain(id))) ??
    (complete.length === 1 ? complete[0] : undefined)
  return items.flatMap((item, position) => {
    const at =
      byPlain.get(plain(item.id)) ?? row?.[1].find(({ number }) => number === position + 1)?.at ?? null
    return at === null ? [] : [{ item: item.id, at }]
  })
}

/** What other programs call a total. */
const total =
  '(?:raw|composite)?(?:overall|total|totals|sum|summe|score|scores|gesamt|gesamtwert|summenwert|punkte)+'

/**
 * Which text of a file most likely stands for the total of each scale: the questionnaire's name with a word for a total,
 * such as `phq9_total`, alone if it has one score, else with the id of the scale.
 */
export function guessTotals(
  { id, scales, totalOf }: Pick<Instrument, 'id' | 'scales' | 'totalOf'>,
  texts: readonly string[],
): { readonly scale: string; readonly at: number }[] {
  const name = plain(totalOf?.instrument ?? id)
  const bare = name.replace(/\d+$/, '')
  const names = bare.length > 1 ? `(?:${name}|${bare})` : name
  const isTotal = new RegExp(`^(?:${names}${total}|${total}${names})$`)
  const isPlainTotal = new RegExp(`^${total}$`)
  const isNumbered = new RegExp(`^${bare}\\d+$`)
  const found = texts.map(plain)
  // Alone, "PHQ-9" is its total; beside "PHQ-8" it is an item.
  const isAlone = found.filter((text) => isNumbered.test(text)).length === 1
  return scales.flatMap(({ id: scale }) => {
    const isWhole = scales.length === 1 || isPlainTotal.test(plain(scale))
    const named = found.findIndex(
      (text) => text === `${name}${plain(scale)}` || (isWhole && isTotal.test(text)),
    )
    const at = named === -1 && isWhole && isAlone ? found.indexOf(name) : named
    return at === -1 ? [] : [{ scale, at }]
  })
}
