import { useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { joinClasses } from './join-classes.ts'
import type { Option } from './option.ts'
import { stackClass } from './stack.tsx'
import common from './common.module.css'
import chipStyles from './chips.module.css'
import fieldStyles from './field.module.css'

/** A choice of any number of words, or none. Arrows move, Space chooses; the group is one Tab stop. */
export function WordChoice<Value extends string>({
  label,
  description,
  options,
  value,
  onChange,
  size = 'regular',
  isDisabled = false,
}: {
  label: string
  description?: string | undefined
  options: readonly Option<Value>[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
  size?: 'regular' | 'client' | undefined
  isDisabled?: boolean | undefined
}) {
  const labelId = useId()
  const descriptionId = useId()
  return (
    <div className={joinClasses(fieldStyles['field'], size === 'client' && chipStyles['client'])}>
      <span id={labelId} className={fieldStyles['label']}>
        {label}
      </span>
      {description === undefined ? null : (
        <span id={descriptionId} className={joinClasses(common['note'], fieldStyles['description'])}>
          {description}
        </span>
      )}
      <ToggleButtonGroup
        className={stackClass({ direction: 'row', gap: 8 })}
        selectionMode="multiple"
        selectedKeys={value}
        onSelectionChange={(keys) =>
          onChange(options.filter((option) => keys.has(option.value)).map((option) => option.value))
        }
        isDisabled={isDisabled}
        aria-labelledby={labelId}
        {...(description === undefined ? {} : { 'aria-describedby': descriptionId })}
      >
        {options.map((option) => (
          <ToggleButton
            key={option.value}
            id={option.value}
            className={joinClasses(common['control'], chipStyles['chip'])}
            isDisabled={option.isDisabled ?? false}
          >
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
