import { useState } from 'react'
import type { Ref } from 'react'
import { Group, Input, TextField as AriaTextField } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { joinClasses } from './join-classes.ts'
import fieldStyles from './field.module.css'
import styles from './passphrase-field.module.css'

/** A field for a secret: hidden at first, shown on request; allows pasting (WCAG 2.2, 3.3.8). */
export function PassphraseField({
  label,
  description,
  error,
  value,
  onChange,
  showLabel,
  hideLabel,
  purpose,
  isNumeric = false,
  isDisabled = false,
  takesFocus = false,
  ref,
}: FieldTexts & {
  value: string
  onChange: (value: string) => void
  showLabel: string
  hideLabel: string
  purpose: 'current' | 'new'
  /** For a PIN: offers the number pad if the device has one. */
  isNumeric?: boolean
  isDisabled?: boolean
  takesFocus?: boolean
  ref?: Ref<HTMLInputElement>
}) {
  const [isShown, setIsShown] = useState(false)
  return (
    <AriaTextField
      className={fieldStyles['field'] ?? ''}
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      {...(takesFocus ? { autoFocus: true } : {})}
      autoComplete={purpose === 'new' ? 'new-password' : 'current-password'}
      inputMode={isNumeric ? 'numeric' : 'text'}
      spellCheck="false"
      autoCorrect="off"
      validationBehavior="aria"
    >
      <FieldLabel label={label} />
      <Group
        className={joinClasses(fieldStyles['box'], styles['box'])}
        isInvalid={error !== undefined}
        isDisabled={isDisabled}
      >
        <Input className={fieldStyles['bare'] ?? ''} {...(ref === undefined ? {} : { ref })} />
        <IconButton
          kind="quiet"
          icon={isShown ? 'eye-off' : 'eye'}
          label={isShown ? hideLabel : showLabel}
          isDisabled={isDisabled}
          onPress={() => setIsShown((shown) => !shown)}
        />
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}
