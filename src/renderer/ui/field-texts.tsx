import { FieldError, Label, Text } from 'react-aria-components'
import { Icon } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import common from './common.module.css'
import styles from './field.module.css'

/** The texts of every labelled field. The error says what to do, not only that something is wrong. */
export type FieldTexts = {
  label: string
  description?: string | undefined
  error?: string | undefined
}

/** The label of the React Aria field around it. */
export function FieldLabel({ label }: { label: string }) {
  return <Label className={styles['label'] ?? ''}>{label}</Label>
}

/** The description and the error of the React Aria field around it, linked to it for screen readers. */
export function FieldNotes({ description, error }: Pick<FieldTexts, 'description' | 'error'>) {
  return (
    <>
      {description === undefined ? null : (
        <Text slot="description" className={joinClasses(common['note'], styles['description'])}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>
        {error === undefined ? null : (
          <>
            <Icon name="caution" size={16} />
            {error}
          </>
        )}
      </FieldError>
    </>
  )
}
