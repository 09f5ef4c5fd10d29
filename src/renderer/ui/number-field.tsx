import { Group, Input, NumberField as AriaNumberField } from 'react-aria-components'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { joinClasses } from './join-classes.ts'
import fieldStyles from './field.module.css'
import styles from './number-field.module.css'

/** A number, `null` when empty. Arrow keys step, and the unit follows it; the field is never prefilled. */
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
        <Input className={fieldStyles['bare'] ?? ''} />
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaNumberField>
  )
}
