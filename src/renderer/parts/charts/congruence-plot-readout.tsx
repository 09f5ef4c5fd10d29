import { useTranslation } from 'react-i18next'
import { PlotReadout } from './plot-readout.tsx'
import { spotRadius } from './congruence-plot-spots.ts'
import type { CongruenceGeometry, CongruenceSpot } from './congruence-plot-spots.ts'
import type { PairWords } from './congruence-plot-words.ts'

// The largest width of the words, in px; with less room they start at the edge.
const widest = 288

/** The selected session in words beside its mark; read aloud as the user moves through the sessions. */
export function CongruencePlotReadout({
  geometry,
  spot,
  words,
  names,
  others,
}: {
  geometry: CongruenceGeometry
  spot: CongruenceSpot | null
  words: PairWords | null
  names: { client: string; therapist: string }
  /** The other sessions with the same ratings, or nothing. */
  others: string
}) {
  const { t } = useTranslation()
  return (
    <PlotReadout
      heading={words?.heading ?? null}
      lines={
        words === null
          ? []
          : [
              t('charts.seriesValue', { series: names.client, value: words.client }),
              t('charts.seriesValue', { series: names.therapist, value: words.therapist }),
              words.difference,
              ...(others === '' ? [] : [others]),
            ]
      }
      widest={widest}
      place={spot === null ? {} : placeBeside(spot, geometry)}
    />
  )
}

function placeBeside(spot: CongruenceSpot, geometry: CongruenceGeometry) {
  const x = geometry.x(spot.client)
  const y = geometry.y(spot.therapist)
  const away = spotRadius(spot.indices.length) + 8
  const isHigh = y < geometry.top + geometry.side / 2
  return {
    ...placeAcross(x, away, x > geometry.left + geometry.side / 2),
    ...(isHigh ? { top: y + away } : { bottom: geometry.height - y + away }),
  }
}

function placeAcross(x: number, away: number, isRight: boolean) {
  if (!isRight) return { left: x + away }
  return x - away > widest ? { left: x - away, transform: 'translateX(-100%)' } : { left: 0 }
}
