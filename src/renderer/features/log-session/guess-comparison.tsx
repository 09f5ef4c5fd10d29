import { useTranslation } from 'react-i18next'
import { furthestApart, pairedEmotions, type PairedItem } from '#shared/overview/paired-items.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { PairTable } from './pair-table.tsx'
import type { FindInstrument } from './use-instruments.ts'

/** The therapist's guess beside the client's rating, with the widest gap first. */
export function GuessComparison({
  stored,
  findInstrument,
}: {
  stored: StoredSessionLog
  findInstrument: FindInstrument
}) {
  const { t } = useTranslation()
  const items = pairedEmotions(stored, findInstrument)
  return (
    <>
      <p>{useWords(items)}</p>
      <PairTable caption={t('logSession.compare.key')} items={items} kind="guess" />
    </>
  )
}

function useWords(items: readonly PairedItem[]): string {
  const { t } = useTranslation()
  const furthest = furthestApart(items)
  if (items.every(({ client }) => client === null)) return t('logSession.compare.noneRated')
  if (!furthest) return t('logSession.compare.noPair')
  if (furthest.gap === 0) return t('logSession.compare.same')
  return t('logSession.compare.largest', {
    emotion: furthest.text,
    guess: furthest.therapist ?? 0,
    rating: furthest.client ?? 0,
  })
}
