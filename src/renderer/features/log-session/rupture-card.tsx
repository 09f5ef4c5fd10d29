import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  repairStrategies,
  ruptureObservers,
  ruptureResolutions,
  type RuptureNote,
} from '#shared/records/rupture-note.ts'
import { longestNote } from '#shared/records/text.ts'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { RatingInput } from '#renderer/ui/rating-input.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { withRupture } from './edit-log.ts'
import type { PartProps } from './part-props.ts'
import { useRatingTexts } from './use-instruments.ts'

/** Asks whether somebody noticed a rupture, and if so for its kind, its strength, the repair and its state. */
export function RuptureCard({ log, change, onSave, isAhead }: PartProps) {
  const { t } = useTranslation()
  const { ruptureNote } = log
  // The details survive "Nobody" pressed by mistake and come back with the next choice.
  const taken = useRef<RuptureNote | null>(null)
  const choose = (seenBy: RuptureNote['seenBy'] | null) => {
    if (seenBy === null) taken.current = ruptureNote
    const details = ruptureNote ?? taken.current
    change((before) => withRupture(before, seenBy && { ...details, seenBy }))
  }
  return (
    <Card title={t('logSession.rupture.title')}>
      <ChoiceGroup
        label={t('logSession.rupture.seenBy')}
        description={t('logSession.rupture.seenByNote')}
        options={ruptureObservers.map((value) => ({ value, label: t(`logSession.rupture.${value}`) }))}
        value={ruptureNote?.seenBy ?? null}
        onChange={choose}
        clearLabel={t('logSession.rupture.nobody')}
        isDisabled={isAhead}
      />
      {ruptureNote ? (
        <RuptureDetails
          note={ruptureNote}
          set={(details) => change((before) => withRupture(before, details))}
          onSave={onSave}
          isDisabled={isAhead}
        />
      ) : null}
    </Card>
  )
}

function RuptureDetails({
  note,
  set,
  onSave,
  isDisabled,
}: {
  note: RuptureNote
  set: (details: Partial<RuptureNote>) => void
  onSave: () => void
  isDisabled: boolean
}) {
  const { t } = useTranslation()
  const textsTo = useRatingTexts()
  const kinds = [
    { value: 'withdrawal', label: t('logSession.rupture.withdrawal') },
    { value: 'confrontation', label: t('logSession.rupture.confrontation') },
  ] as const
  const chosen = kinds
    .map(({ value }) => value)
    .filter((kind) => (kind === 'withdrawal' ? note.isWithdrawal : note.isConfrontation))
  return (
    <>
      <WordChoice
        label={t('logSession.rupture.kind')}
        options={kinds}
        value={chosen}
        onChange={(next) =>
          set({ isWithdrawal: next.includes('withdrawal'), isConfrontation: next.includes('confrontation') })
        }
        isDisabled={isDisabled}
      />
      <RatingInput
        label={t('logSession.rupture.intensity')}
        anchors={{ low: t('logSession.rupture.slight'), high: t('logSession.rupture.strong') }}
        texts={textsTo(10)}
        value={note.intensity}
        onChange={(intensity) => set({ intensity })}
        onSave={onSave}
        isDisabled={isDisabled}
      />
      <ChoiceGroup
        label={t('logSession.rupture.resolution')}
        options={ruptureResolutions.map((value) => ({ value, label: t(`logSession.rupture.${value}`) }))}
        value={note.resolution}
        onChange={(resolution) => set({ resolution })}
        clearLabel={t('ui.clearChoice')}
        isDisabled={isDisabled}
      />
      <WordChoice
        label={t('logSession.rupture.tried')}
        options={repairStrategies.map((value) => ({
          value,
          label: t(`logSession.rupture.strategies.${value}`),
        }))}
        value={note.tried}
        onChange={(tried) => set({ tried })}
        isDisabled={isDisabled}
      />
      <LimitedField
        label={t('logSession.rupture.note')}
        value={note.note}
        onChange={(text) => set({ note: text })}
        limit={longestNote}
        isDisabled={isDisabled}
      />
    </>
  )
}
