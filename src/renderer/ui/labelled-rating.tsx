import { useMemo } from 'react'
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'
import { Button } from './button.tsx'
import { joinClasses } from './join-classes.ts'
import { readRatingKey } from './rating-keys.ts'
import type { RatingTexts } from './rating-input.tsx'
import { fitInRow } from './short-answers.ts'
import { useRatingKeys } from './use-rating-keys.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import common from './common.module.css'
import styles from './labelled-rating.module.css'

/** One answer with its words and the number it is stored as. */
export type LabelledAnswer = { value: number; text: string }

/**
 * Asks for one of a few answers with words; starts at `null`, "not rated". Each has its own row, except on the client's
 * form, where short answers are beside each other.
 *
 * A digit chooses the answer with that number, and in the therapist's forms leads to the next question; all other keys
 * work as in a rating by numbers.
 */
export function LabelledRating({
  label,
  description,
  answers,
  value,
  onChange,
  texts,
  size = 'therapist',
  onSave,
  isDisabled = false,
}: {
  label: string
  description?: string | undefined
  /** Lowest first. */
  answers: readonly LabelledAnswer[]
  value: number | null
  onChange: (value: number | null) => void
  texts: Pick<RatingTexts, 'notRated' | 'clear'>
  size?: 'therapist' | 'client' | undefined
  /** Ctrl or Cmd with Enter. */
  onSave?: (() => void) | undefined
  isDisabled?: boolean | undefined
}) {
  // Answers may be numbered in steps of more than one, so the radio buttons use their positions.
  const place = answers.findIndex((answer) => answer.value === value)
  const choose = (index: number | null) => onChange(index === null ? null : (answers[index]?.value ?? null))
  const read = useMemo(() => keysFor(answers), [answers])
  const isRow = size === 'client' && fitInRow(answers)
  const { frame, clear } = useRatingKeys({
    value: place === -1 ? null : place,
    scale: { minimum: 0, maximum: answers.length - 1 },
    read,
    onChange: choose,
    onSave,
    movesOn: size === 'therapist',
    isDisabled,
  })
  return (
    <div {...frame} data-rating-item="" className={joinClasses(styles['item'], styles[size])}>
      <RadioGroup
        className={styles['group'] ?? ''}
        value={place === -1 ? null : String(place)}
        onChange={(next) => choose(Number(next))}
        isDisabled={isDisabled}
      >
        <Label className={styles['label'] ?? ''}>{label}</Label>
        {description === undefined ? null : (
          <Text slot="description" className={common['note'] ?? ''}>
            {description}
          </Text>
        )}
        <div className={styles[isRow ? 'inRow' : 'rows']}>
          {answers.map(({ value: number, text }, index) => (
            <RadioField key={number} value={String(index)} className={styles['slot'] ?? ''}>
              <RadioButton className={joinClasses(common['control'], styles[isRow ? 'cell' : 'row'])}>
                {isRow ? null : <span className={styles['mark']} aria-hidden="true" />}
                {text}
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </RadioGroup>
      <div className={styles['state']}>
        {/* Always rendered, so that clearing an answer is announced: screen readers skip a live region that appears. */}
        <span className={joinClasses(common['note'], styles['notRated'])} aria-live="polite">
          {place === -1 ? texts.notRated : ''}
        </span>
        {place === -1 || isDisabled ? null : (
          <Button kind="quiet" size={size === 'client' ? 'large' : 'regular'} isOutOfTabOrder onPress={clear}>
            {texts.clear}
            <VisuallyHidden> {label}</VisuallyHidden>
          </Button>
        )}
      </div>
    </div>
  )
}

function keysFor(answers: readonly LabelledAnswer[]): typeof readRatingKey {
  return (key, position, scale) => {
    const hasModifier = key.ctrlKey || key.metaKey || key.altKey
    if (hasModifier || !/^[0-9]$/.test(key.key)) return readRatingKey(key, position, scale)
    const index = answers.findIndex(({ value }) => value === Number(key.key))
    if (index === -1 || (position.movesOn && key.repeat === true))
      return { kind: 'focus', value: position.focused }
    return { kind: position.movesOn ? 'rate-on' : 'rate', value: index }
  }
}
