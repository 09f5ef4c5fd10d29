import type { TFunction } from 'i18next'
import { kindOfRupture, type RuptureNote } from '#shared/records/rupture-note.ts'

type Kinds = Pick<RuptureNote, 'isWithdrawal' | 'isConfrontation'>

/** The kind of a noted rupture in the few words beside a flag. */
export function ruptureFlag(note: Kinds, t: TFunction): string {
  return t(`client.report.flag.${kindOfRupture(note)}`)
}

/** A noted rupture within a sentence: its kind, and its strength if rated. */
export function ruptureInWords(note: Kinds & Pick<RuptureNote, 'intensity'>, t: TFunction): string {
  const kind = t(`client.report.${kindOfRupture(note)}`)
  return note.intensity === null ? kind : t('client.report.strength', { kind, intensity: note.intensity })
}
