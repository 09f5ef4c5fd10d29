import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  measureFacts,
  simulatedCoverage,
  type MeasureOverTime,
  type PracticeMeasure,
} from '#shared/practice/practice.ts'
import { roundAxis, type PeriodAxis } from '#renderer/parts/charts/period-plot-geometry.ts'
import { PeriodPlot } from '#renderer/parts/charts/period-plot.tsx'
import { isDrawnWhole, numbersOf, wholeInWords } from './measure-words.ts'
import { periodsInWords, type PeriodKind } from './periods.ts'

const wholeShare: PeriodAxis = { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1] }

/** One measure of the practice: all time in a sentence, then by year or quarter. Silent below the number it needs. */
export function MeasureFigure({
  title,
  measure,
  overTime,
  kind,
  isFictional = false,
}: {
  /** What the measure is called on this screen. */
  title: string
  measure: PracticeMeasure
  overTime: MeasureOverTime
  kind: PeriodKind
  /** Whether the numbers come from invented clients. */
  isFictional?: boolean
}) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const periods = useMemo(
    () => periodsInWords(measure, overTime, kind, { t, language }),
    [measure, overTime, kind, t, language],
  )
  const isSigned = measure === 'difference'
  const axis = useMemo(
    () =>
      isDrawnWhole(measure) ? wholeShare : roundAxis(periods, { isSigned, leastStep: leastStepOf(measure) }),
    [measure, periods, isSigned],
  )
  const format = useMemo(() => numbersOf(measure, t, language).tick, [measure, t, language])
  return (
    <PeriodPlot
      title={title}
      sentence={wholeInWords(measure, overTime.whole, t, language)}
      periods={periods}
      axis={axis}
      format={format}
      zeroName={isSigned ? t('practice.same') : null}
      empty={overTime.whole.interval === null ? null : t(`practice.noPeriod.${kind}`)}
      // The note goes with a saved picture, which must not pass for a real practice.
      note={[
        ...(isFictional ? [t('practice.invented')] : []),
        t('practice.note', { coverage: simulatedCoverage[measureFacts[measure].kind] }),
      ].join(' ')}
    />
  )
}

/** Sessions are whole. */
function leastStepOf(measure: PracticeMeasure): number {
  return measureFacts[measure].kind === 'median' ? 1 : 0
}
