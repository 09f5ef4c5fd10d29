import type { Ref } from 'react'
import { Group, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { Button as AriaButton } from 'react-aria-components'
import { buttonClass } from './button-class.ts'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import { Icon } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import fieldStyles from './field.module.css'
import styles from './search-field.module.css'

/** A search box; Escape empties it. The label may be only for screen readers if the context shows the purpose. */
export function SearchField({
  label,
  isLabelHidden = false,
  error,
  value,
  onChange,
  onSubmit,
  placeholder,
  ref,
}: {
  label: string
  isLabelHidden?: boolean
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  onSubmit?: ((value: string) => void) | undefined
  placeholder?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}) {
  return (
    <AriaSearchField
      className={fieldStyles['field'] ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(onSubmit === undefined ? {} : { onSubmit })}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <FieldLabel label={label} />}
      <Group className={joinClasses(fieldStyles['box'], styles['box'])} isInvalid={error !== undefined}>
        <Icon name="search" />
        <Input
          className={joinClasses(fieldStyles['bare'], styles['input'])}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(ref === undefined ? {} : { ref })}
        />
        {value === '' ? null : (
          <AriaButton className={buttonClass({ kind: 'quiet', isSquare: true })}>
            <Icon name="cross" size={16} />
          </AriaButton>
        )}
      </Group>
      <FieldNotes description={undefined} error={error} />
    </AriaSearchField>
  )
}
