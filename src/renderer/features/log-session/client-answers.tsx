import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { pairedExperience, pairedItems } from './client-responses.ts'
import { OtherForm } from './other-form.tsx'
import { otherForms } from './other-forms.ts'
import { PairTable } from './pair-table.tsx'
import { formIds } from './use-instruments.ts'

/**
 * The client's answers about working together and the session, then all other forms. Emotions and words are elsewhere.
 */
export function ClientAnswers({
  stored,
  findInstrument,
}: {
  stored: StoredSessionLog
  findInstrument: (id: string) => Instrument | null
}) {
  const { t } = useTranslation()
  return (
    <>
      <PairTable
        caption={t('logSession.compare.alliance')}
        items={pairedItems(stored, findInstrument, ownInstruments.allianceClient, formIds.alliance)}
        kind="ratings"
      />
      <PairTable
        caption={t('logSession.compare.experience')}
        items={pairedExperience(stored, findInstrument)}
        kind="ratings"
      />
      {otherForms(stored).map((response) => (
        <OtherForm key={response.id} response={response} findInstrument={findInstrument} />
      ))}
    </>
  )
}
