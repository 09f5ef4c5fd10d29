import { use, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import {
  Group,
  Input,
  NumberField as AriaNumberField,
  NumberFieldStateContext,
  useLocale,
} from 'react-aria-components'
import { typedNumber } from '#shared/typed/typed-number.ts'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { joinClasses } from './join-classes.ts'
import { writeDecimalSign } from './decimal-sign.ts'
import fieldStyles from './field.module.css'
import styles from './number-field.module.css'

/**
 * A number, `null` when empty. Arrow keys step, and the unit follows it; the field is never prefilled. Hands the number on
 * once the focus leaves, or the field goes away with the focus in it. A comma and a point are both the decimal sign, and
 * if the field holds another number than was typed, it says so.
 */
export function NumberField({
  label,
  description,
  error,
  value,
  onChange,
  minimum,
  maximum,
  step = 1,
  unit,
  isDisabled = false,
  keptInstead,
}: FieldTexts & {
  value: number | null
  onChange: (value: number | null) => void
  minimum?: number
  maximum?: number
  step?: number
  unit?: string
  isDisabled?: boolean
  /** Says that the field holds the nearest number it takes instead of the typed one. */
  keptInstead: (typed: string, kept: number) => string
}) {
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const number = typedNumber(typed)
  const isOther = number !== null && value !== null && number !== value
  const note = isOther ? keptInstead(typed, value) : undefined
  return (
    <AriaNumberField
      className={fieldStyles['field'] ?? ''}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      step={step}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      isWheelDisabled
      validationBehavior="aria"
      {...(minimum === undefined ? {} : { minValue: minimum })}
      {...(maximum === undefined ? {} : { maxValue: maximum })}
    >
      <FieldLabel label={unit === undefined ? label : `${label} (${unit})`} />
      <Group
        className={joinClasses(fieldStyles['box'], styles['box'])}
        isInvalid={error !== undefined}
        isDisabled={isDisabled}
        onFocusCapture={() => setTyped('')}
        onBlurCapture={() => setTyped(box.current?.value ?? '')}
      >
        <Input className={fieldStyles['bare'] ?? ''} ref={box} />
        <HandOnWhenGone box={box} />
        <OneDecimalSign box={box} />
      </Group>
      <FieldNotes description={note ?? description} error={error} />
    </AriaNumberField>
  )
}

/** A shortcut leaves a screen without moving the focus first, and an element that is removed reports no blur to React. */
function HandOnWhenGone({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const state = use(NumberFieldStateContext)
  const handOn = useEffectEvent(() => state?.commit())
  useLayoutEffect(() => {
    const input = box.current
    return () => {
      // A number that nobody is typing stays as it is, also one outside the field's limits.
      if (input !== null && input === document.activeElement) handOn()
    }
  }, [box])
  return null
}

/** React Aria would read the comma in 45,5 as the sign of thousands, and the field would hold 455. */
function OneDecimalSign({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const { locale } = useLocale()
  useEffect(() => {
    const group = box.current?.parentElement
    const write = (event: InputEvent): void => writeDecimalSign(event, locale)
    // Before React Aria's own listener, which is on the input.
    group?.addEventListener('beforeinput', write, { capture: true })
    return () => group?.removeEventListener('beforeinput', write, { capture: true })
  }, [box, locale])
  return null
}
