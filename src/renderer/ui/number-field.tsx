import { use, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import { Group, Input, NumberField as AriaNumberField, NumberFieldStateContext } from 'react-aria-components'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { joinClasses } from './join-classes.ts'
import fieldStyles from './field.module.css'
import styles from './number-field.module.css'

/**
 * A number, `null` when empty. Arrow keys step, and the unit follows it; the field is never prefilled. Hands the number on
 * once the focus leaves, or the field goes away with the focus in it.
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
}: FieldTexts & {
  value: number | null
  onChange: (value: number | null) => void
  minimum?: number
  maximum?: number
  step?: number
  unit?: string
  isDisabled?: boolean
}) {
  const box = useRef<HTMLInputElement>(null)
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
      >
        <Input className={fieldStyles['bare'] ?? ''} ref={box} />
        <HandOnWhenGone box={box} />
      </Group>
      <FieldNotes description={description} error={error} />
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
