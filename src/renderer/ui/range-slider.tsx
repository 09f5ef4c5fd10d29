import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import { joinClasses } from './join-classes.ts'
import common from './common.module.css'
import styles from './range-slider.module.css'

/** A range within whole numbers, set with two thumbs. `words` says the range beside the label. */
export function RangeSlider({
  label,
  minimum,
  maximum,
  value,
  onChange,
  names,
  words,
}: {
  label: string
  minimum: number
  maximum: number
  value: readonly [number, number]
  onChange: (value: readonly [number, number]) => void
  /** What screen readers call the two thumbs. */
  names: readonly [string, string]
  words: string
}) {
  const share = (at: number) => `${String((100 * (at - minimum)) / Math.max(1, maximum - minimum))}%`
  return (
    <Slider
      className={styles['slider'] ?? ''}
      minValue={minimum}
      maxValue={maximum}
      value={[...value]}
      onChange={(given) => {
        const [from, to] = given
        if (from !== undefined && to !== undefined) onChange([from, to])
      }}
    >
      <Label className={common['note'] ?? ''}>{label}</Label>
      <SliderOutput className={joinClasses(common['note'], styles['words'])}>{words}</SliderOutput>
      <SliderTrack className={styles['track'] ?? ''}>
        <div
          className={styles['chosen']}
          style={{
            insetInlineStart: share(value[0]),
            inlineSize: `calc(${share(value[1])} - ${share(value[0])})`,
          }}
        />
        <SliderThumb index={0} aria-label={names[0]} className={styles['thumb'] ?? ''} />
        <SliderThumb index={1} aria-label={names[1]} className={styles['thumb'] ?? ''} />
      </SliderTrack>
    </Slider>
  )
}
