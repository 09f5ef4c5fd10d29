import type { TFunction } from 'i18next'
import type { OpenMatter } from '#shared/overview/open-matters.ts'
import { kindOfRupture } from '#shared/records/rupture-note.ts'

/** What is open from one session: a sentence about the drop in the ratings, one about what was noticed, or both. */
export function matterInWords({ number, fall, note }: OpenMatter, t: TFunction): string[] {
  const resolution = note?.resolution
  const standing = resolution === 'partly' || resolution === 'unresolved' ? resolution : 'notSaid'
  return [
    ...(fall === null
      ? []
      : [t(`repairs.fall.${fall.state}`, { number, score: fall.score, usual: fall.usual })]),
    ...(note === null
      ? []
      : [
          t(`repairs.noted.${note.seenBy}`, {
            number,
            kind: t(`repairs.kinds.${kindOfRupture(note)}`),
            standing: t(`repairs.standings.${standing}`),
          }),
        ]),
  ]
}
