import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { Icon } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import type { Option } from './option.ts'
import common from './common.module.css'
import fieldStyles from './field.module.css'
import popoverStyles from './popover.module.css'
import styles from './select-field.module.css'

/** One answer out of a list too long for chips (from about six on). `null` is "nothing chosen yet". */
export function SelectField<Value extends string>({
  label,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  isInline = false,
}: FieldTexts & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  placeholder: string
  isDisabled?: boolean
  /** Puts the label beside the field, for the head of a card. */
  isInline?: boolean
}) {
  return (
    <Select
      className={joinClasses(fieldStyles['field'], isInline && styles['inline']) ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
      placeholder={placeholder}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      validationBehavior="aria"
    >
      <FieldLabel label={label} />
      <Button className={joinClasses(fieldStyles['box'], styles['button'])}>
        <SelectValue className={styles['value'] ?? ''}>
          {({ isPlaceholder, selectedText }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <Icon name="chevron-down" size={16} />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className={joinClasses(popoverStyles['popover'], popoverStyles['asWideAsTrigger'])} offset={4}>
        <ListBox
          className={popoverStyles['list'] ?? ''}
          items={options.map((option) => ({ ...option, id: option.value }))}
        >
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className={popoverStyles['item'] ?? ''}
              isDisabled={option.isDisabled ?? false}
            >
              {({ isSelected }) => (
                <>
                  <span className={popoverStyles['mark']}>
                    {isSelected ? <Icon name="check" size={16} /> : null}
                  </span>
                  <span className={popoverStyles['words']}>
                    <span>{option.label}</span>
                    {option.description === undefined ? null : (
                      <span className={common['note']}>{option.description}</span>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
