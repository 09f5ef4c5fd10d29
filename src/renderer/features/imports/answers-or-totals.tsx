import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { hasRoomForTotals, longestIdWithTotals, totalFormOf } from '#shared/instruments/total-form.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import common from '#renderer/ui/common.module.css'
import { withInstrument } from './choice.ts'
import type { MappingProps } from './column-field.tsx'

const contents = ['answers', 'totals'] as const
const versions = ['known', 'unknown'] as const

/** Asks whether the table has the answers to a questionnaire or its totals alone, and of which version those are. */
export function AnswersOrTotals({
  survey,
  choice,
  onChange,
  instruments,
}: MappingProps & { instruments: readonly Instrument[] }) {
  const { t } = useTranslation()
  const { instrument } = choice
  const totalOf = instrument?.totalOf
  const source = instruments.find(({ id }) => id === (totalOf?.instrument ?? instrument?.id))
  const formOf = (isVersionKnown: boolean) =>
    source === undefined ? null : totalFormOf(source, isVersionKnown)
  const choose = (next: Instrument | null | undefined): void => {
    if (next !== null && next !== undefined) onChange(withInstrument(choice, survey, next))
  }
  if (source === undefined) return null
  const tooLong = (isVersionKnown: boolean) =>
    hasRoomForTotals(source.id, isVersionKnown) ? null : (
      <p className={common['note']}>
        {t(isVersionKnown ? 'imports.columns.totalsNeedShortId' : 'imports.columns.totalsOneVersion', {
          title: source.title,
          longest: longestIdWithTotals,
        })}
      </p>
    )
  if (formOf(true) === null) return tooLong(true)
  return (
    <>
      <ChoiceGroup
        label={t('imports.columns.contents')}
        options={contents.map((each) => ({
          value: each,
          label: t(`imports.columns.contentsOptions.${each}`),
        }))}
        value={totalOf === undefined ? 'answers' : 'totals'}
        onChange={(value) => choose(value === 'totals' ? formOf(true) : source)}
      />
      {totalOf === undefined ? null : formOf(false) === null ? (
        tooLong(false)
      ) : (
        <ChoiceGroup
          label={t('imports.columns.totalsVersion')}
          description={t('imports.columns.totalsVersionAbout')}
          options={versions.map((each) => ({
            value: each,
            label: t(`imports.columns.totalsVersions.${each}`, {
              title: source.title,
              version: source.version,
            }),
          }))}
          value={totalOf.version === null ? 'unknown' : 'known'}
          onChange={(value) => choose(formOf(value !== 'unknown'))}
        />
      )}
    </>
  )
}
