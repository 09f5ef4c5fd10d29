import { useId } from 'react'
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'
import { IconButton, Button } from './button.tsx'
import { joinClasses } from './join-classes.ts'
import type { RatingScale } from './rating-keys.ts'
import { useRatingKeys } from './use-rating-keys.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import common from './common.module.css'
import styles from './rating-input.module.css'

/** The words of a rating. `option` is the spoken name of a number: "7 out of 10". */
export type RatingTexts = {
  notRated: string
  /** The visible word on the button that clears a rating; screen readers add the item's name. */
  clear: string
  option: (value: number) => string
}

/** One item rated in whole numbers, 0 to 10 by default; starts at `null`, "not rated". */
export type RatingInputProps = {
  label: string
  description?: string | undefined
  value: number | null
  onChange: (value: number | null) => void
  /** What the lowest and the highest number mean, and the one between them if it has words. */
  anchors: { low: string; middle?: string | undefined; high: string }
  texts: RatingTexts
  size?: 'therapist' | 'client' | undefined
  scale?: RatingScale | undefined
  /** Ctrl or Cmd with Enter. */
  onSave?: (() => void) | undefined
  isDisabled?: boolean | undefined
}

const zeroToTen: RatingScale = { minimum: 0, maximum: 10 }

/**
 * Asks for a rating without suggesting one: it starts empty and can always be cleared.
 *
 * Digits rate, and in the therapist's forms lead to the next question; 1 then 0 is ten, arrows stop at the ends, Home and End go to them, Backspace clears, Enter and
 * Shift+Enter go to the next and previous rating of the form, Ctrl or Cmd with Enter saves.
 */
export function RatingInput({
  label,
  description,
  value,
  onChange,
  anchors,
  texts,
  size = 'therapist',
  scale = zeroToTen,
  onSave,
  isDisabled = false,
}: RatingInputProps) {
  const anchorsId = useId()
  const { frame, clear } = useRatingKeys({
    value,
    scale,
    onChange,
    onSave,
    movesOn: size === 'therapist',
    isDisabled,
  })
  const numbers = Array.from(
    { length: scale.maximum - scale.minimum + 1 },
    (_, index) => scale.minimum + index,
  )
  return (
    <div {...frame} data-rating-item="" className={joinClasses(styles['item'], styles[size])}>
      <RadioGroup
        className={styles['group'] ?? ''}
        orientation="horizontal"
        value={value === null ? null : String(value)}
        onChange={(next) => onChange(Number(next))}
        isDisabled={isDisabled}
        aria-describedby={anchorsId}
      >
        <div className={styles['question']}>
          <Label className={styles['label'] ?? ''}>{label}</Label>
          {description === undefined ? null : (
            <Text slot="description" className={joinClasses(common['note'], styles['description'])}>
              {description}
            </Text>
          )}
        </div>
        <div className={styles['answer']}>
          <div className={styles['cells']}>
            {numbers.map((number) => (
              <RadioField
                key={number}
                value={String(number)}
                aria-label={texts.option(number)}
                className={styles['slot'] ?? ''}
              >
                <RadioButton className={joinClasses(common['control'], styles['cell'])}>{number}</RadioButton>
              </RadioField>
            ))}
          </div>
          <div id={anchorsId} className={styles['anchors']}>
            <span>{anchors.low}</span>
            {anchors.middle === undefined ? null : <span>{anchors.middle}</span>}
            <span>{anchors.high}</span>
          </div>
        </div>
      </RadioGroup>
      <div className={styles['state']}>
        {/* Always rendered, so that clearing a rating is announced: screen readers skip a live region that appears. */}
        <span className={joinClasses(common['note'], styles['notRated'])} aria-live="polite">
          {value === null ? texts.notRated : ''}
        </span>
        {value === null || isDisabled ? null : size === 'client' ? (
          <Button kind="quiet" size="large" isOutOfTabOrder onPress={clear}>
            {texts.clear}
            <VisuallyHidden> {label}</VisuallyHidden>
          </Button>
        ) : (
          <IconButton
            kind="quiet"
            isOutOfTabOrder
            icon="cross"
            label={`${texts.clear} ${label}`}
            onPress={clear}
          />
        )}
      </div>
    </div>
  )
}
