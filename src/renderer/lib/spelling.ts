import { americanEntry, americanResult } from '#shared/i18n/american-study.ts'
import type { EvidenceEntry, EvidenceResult } from '#shared/evidence/evidence-item.ts'
import { spellsAmerican } from '#shared/i18n/american.ts'

let isAmerican = false

/** From now on, shipped studies are spelled as in the computer's country. */
export function setSpelling(computer: string): void {
  isAmerican = spellsAmerican(computer)
}

/** A study's page as the computer's country spells. */
export function spelledEntry(entry: EvidenceEntry): EvidenceEntry {
  return isAmerican ? americanEntry(entry) : entry
}

/** A row of a search in the studies as the computer's country spells. */
export function spelledResult(result: EvidenceResult): EvidenceResult {
  return isAmerican ? americanResult(result) : result
}
