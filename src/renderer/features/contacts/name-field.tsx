import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { longestContactName } from '#shared/bundles/contact.ts'
import common from '#renderer/ui/common.module.css'

/** A field for a person's name. */
export function NameField({
  label,
  description,
  value,
  onChange,
}: {
  label: string
  description?: string
  value: string
  onChange: (name: string) => void
}) {
  return (
    <div className={common['short']}>
      <LimitedField
        label={label}
        description={description}
        value={value}
        onChange={onChange}
        limit={longestContactName}
        spellCheck={false}
      />
    </div>
  )
}
