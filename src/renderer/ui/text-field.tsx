import type { Ref } from 'react'
import { Input, TextArea, TextField as AriaTextField } from 'react-aria-components'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { joinClasses } from './join-classes.ts'
import fieldStyles from './field.module.css'
import styles from './text-field.module.css'

/** A line of text, or several with `multiline`. */
export type TextFieldProps = FieldTexts & {
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  multiline?: boolean | undefined
  rows?: number | undefined
  size?: 'regular' | 'client' | undefined
  autoComplete?: string | undefined
  spellCheck?: boolean | undefined
  isRequired?: boolean | undefined
  isReadOnly?: boolean | undefined
  isDisabled?: boolean | undefined
  /**
   * Starts with the focus: for the first field of a screen or a dialog where people type first, with no content before it
   * that they must read.
   */
  takesFocus?: boolean | undefined
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined
}

/** A labelled text box. Its label is always visible: a placeholder is never the only name. */
export function TextField({
  label,
  description,
  error,
  value,
  onChange,
  placeholder,
  multiline = false,
  rows = 3,
  size = 'regular',
  autoComplete = 'off',
  spellCheck = true,
  isRequired = false,
  isReadOnly = false,
  isDisabled = false,
  takesFocus = false,
  ref,
}: TextFieldProps) {
  const boxClass = joinClasses(fieldStyles['box'], size === 'client' && styles['client'])
  const given = {
    ...(ref === undefined ? {} : { ref }),
    ...(placeholder === undefined ? {} : { placeholder }),
  }
  return (
    <AriaTextField
      className={fieldStyles['field'] ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={isRequired}
      isReadOnly={isReadOnly}
      isDisabled={isDisabled}
      autoComplete={autoComplete}
      spellCheck={spellCheck ? 'true' : 'false'}
      {...(takesFocus ? { autoFocus: true } : {})}
      validationBehavior="aria"
    >
      <FieldLabel label={label} />
      {multiline ? (
        <TextArea className={joinClasses(boxClass, styles['multiline'])} rows={rows} {...given} />
      ) : (
        <Input className={boxClass} {...given} />
      )}
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}
