import type { TFunction } from 'i18next'
import type { RuptureNote } from '#shared/records/rupture-note.ts'

type Kinds = Pick<RuptureNote, 'isWithdrawal' | 'isConfrontation'>

function kindOf({ isWithdrawal, isConfrontation }: Kinds) {
  if (isWithdrawal && isConfrontation) return 'both'
  if (isWithdrawal) return 'withdrawal'
  return isConfrontation ? 'confrontation' : 'rupture'
}

/** The kind of a noted rupture in the few words beside a flag. */
export function ruptureFlag(note: Kinds, t: TFunction): string {
  return t(`client.report.flag.${kindOf(note)}`)
}

/** A noted rupture within a sentence: its kind, and its strength if rated. */
export function ruptureInWords(note: Kinds & Pick<RuptureNote, 'intensity'>, t: TFunction): string {
  const kind = t(`client.report.${kindOf(note)}`)
  return note.intensity === null ? kind : t('client.report.strength', { kind, intensity: note.intensity })
}
