/** Returns `count` members of a list, evenly spread and in order; the whole list if it is shorter. */
export function evenly<T>(all: readonly T[], count: number): T[] {
  if (count >= all.length) return [...all]
  return Array.from(
    { length: count },
    (_, index) => all[Math.floor(((index + 0.5) * all.length) / count)],
  ).filter((one): one is T => one !== undefined)
}

/** Runs a function for each member of a list, a few at a time. */
export async function forEachOf<T>(
  all: readonly T[],
  atOnce: number,
  action: (one: T) => Promise<void>,
): Promise<void> {
  const left = [...all]
  const work = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await action(one)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
