import type { TFunction } from 'i18next'
import { kindOfRupture, type RuptureNote } from '#shared/records/rupture-note.ts'
import { listInWords } from '#renderer/lib/lists.ts'

/** A noted rupture and its repair in sentences: who noticed what, what was tried, and where it stood. */
export function ruptureStory(note: RuptureNote, t: TFunction): string {
  const { seenBy, intensity, tried, resolution } = note
  const noticed = t(`reading.rupture.${seenBy}`, { what: t(`repairs.kinds.${kindOfRupture(note)}`) })
  const strength =
    intensity === null ? t('reading.rupture.noStrength') : t('reading.rupture.strength', { intensity })
  const ways = tried.map((way) => t(`logSession.rupture.strategies.${way}`).toLowerCase())
  const list = listInWords(ways)
  return [
    `${noticed}${strength}`,
    ...(ways.length === 0 ? [] : [t('reading.rupture.tried', { list })]),
    t(`reading.rupture.${resolution ?? 'notSaid'}`),
  ].join(' ')
}
