import { useRef } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { Button } from './button.tsx'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { joinClasses } from './join-classes.ts'
import type { Option } from './option.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import { stackClass } from './stack.tsx'
import common from './common.module.css'
import chipStyles from './chips.module.css'
import fieldStyles from './field.module.css'

/** One answer out of a few, all visible. With `clearLabel` the answer can be cleared (also by Backspace). */
export function ChoiceGroup<Value extends string>({
  label,
  description,
  error,
  options,
  value,
  onChange,
  clearLabel,
  size = 'regular',
  isDisabled = false,
}: FieldTexts & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value | null) => void
  clearLabel?: string | undefined
  size?: 'regular' | 'client' | undefined
  isDisabled?: boolean | undefined
}) {
  const group = useRef<HTMLDivElement>(null)
  const canClear = clearLabel !== undefined && value !== null && !isDisabled
  const clear = () => {
    // The button disappears, so the answer that it took back keeps the focus in the group.
    group.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
    onChange(null)
  }
  return (
    <RadioGroup
      ref={group}
      className={joinClasses(fieldStyles['field'], size === 'client' && chipStyles['client'])}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(options.find((option) => option.value === next)?.value ?? null)}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      validationBehavior="aria"
    >
      <FieldLabel label={label} />
      <div
        className={stackClass({ direction: 'row', gap: 8 })}
        onKeyDownCapture={(event) => {
          if (!canClear || (event.key !== 'Backspace' && event.key !== 'Delete')) return
          event.preventDefault()
          clear()
        }}
      >
        {options.map((option) => (
          <RadioField
            key={option.value}
            value={option.value}
            className={chipStyles['slot'] ?? ''}
            isDisabled={option.isDisabled ?? false}
          >
            <RadioButton className={joinClasses(common['control'], chipStyles['chip'])}>
              {option.label}
            </RadioButton>
          </RadioField>
        ))}
        {canClear ? (
          <Button kind="quiet" size={size} isOutOfTabOrder onPress={clear}>
            {clearLabel}
            <VisuallyHidden> {label}</VisuallyHidden>
          </Button>
        ) : null}
      </div>
      <FieldNotes description={description} error={error} />
    </RadioGroup>
  )
}
