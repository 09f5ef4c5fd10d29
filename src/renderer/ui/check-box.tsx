import { CheckboxButton, CheckboxField, Text } from 'react-aria-components'
import { Icon } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import common from './common.module.css'
import fieldStyles from './field.module.css'
import styles from './check-box.module.css'

/** A yes or no that takes effect when the form is saved. */
export function CheckBox({
  label,
  description,
  isSelected,
  onChange,
  isDisabled = false,
}: {
  label: string
  description?: string | undefined
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
}) {
  return (
    <CheckboxField
      className={styles['field'] ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      <CheckboxButton className={styles['check'] ?? ''}>
        <span className={styles['square']}>{isSelected ? <Icon name="check" size={16} /> : null}</span>
        <span>{label}</span>
      </CheckboxButton>
      {description === undefined ? null : (
        <Text
          slot="description"
          className={joinClasses(common['note'], fieldStyles['description'], styles['note'])}
        >
          {description}
        </Text>
      )}
    </CheckboxField>
  )
}
