import { use, useEffect, useEffectEvent, useState } from 'react'
import { parseTime, type Time } from '@internationalized/date'
import {
  DateInput,
  DateSegment,
  TimeField as AriaTimeField,
  TimeFieldStateContext,
} from 'react-aria-components'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { joinClasses } from './join-classes.ts'
import fieldStyles from './field.module.css'
import styles from './date-field.module.css'

/**
 * A time of day as `HH:MM` of 24 hours, or null. The user types its parts as the locale writes them. A time with a missing
 * part is handed on as null, and marked with `notWhole` once the focus has left.
 */
export function TimeField({
  label,
  description,
  error,
  notWhole,
  value,
  onChange,
  isDisabled = false,
}: FieldTexts & {
  notWhole: string
  value: string | null
  onChange: (time: string | null) => void
  isDisabled?: boolean
}) {
  const [shown, setShown] = useState({ value, time: parsed(value) })
  const [isPartly, setIsPartly] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  // Another value than the one that was handed on comes from outside, such as a reset.
  if (value !== shown.value) setShown({ value, time: parsed(value) })
  const take = (time: Time | null) => {
    const next = time === null ? null : time.toString().slice(0, 5)
    if (next === shown.value) return
    setShown({ value: next, time })
    onChange(next)
  }
  const problem = error ?? (isPartly && !isFocused ? notWhole : undefined)
  return (
    <AriaTimeField
      className={fieldStyles['field'] ?? ''}
      value={shown.time}
      onChange={take}
      onFocusChange={setIsFocused}
      isInvalid={problem !== undefined}
      isDisabled={isDisabled}
      granularity="minute"
      validationBehavior="aria"
    >
      <FieldLabel label={label} />
      <DateInput className={joinClasses(fieldStyles['box'], styles['parts'], styles['time'])}>
        {(segment) => <DateSegment segment={segment} className={styles['part'] ?? ''} />}
      </DateInput>
      <PartsMissing onChange={setIsPartly} />
      <FieldNotes description={description} error={problem} />
    </AriaTimeField>
  )
}

/** Reports whether some parts of the time are given and others are not, which React Aria keeps to itself. */
function PartsMissing({ onChange }: { onChange: (isPartly: boolean) => void }) {
  const state = use(TimeFieldStateContext)
  const parts = (state?.segments ?? []).filter(({ type }) => type === 'hour' || type === 'minute')
  const missing = parts.filter(({ isPlaceholder }) => isPlaceholder).length
  const isPartly = missing > 0 && missing < parts.length
  const report = useEffectEvent(onChange)
  useEffect(() => report(isPartly), [isPartly])
  return null
}

function parsed(text: string | null): Time | null {
  return text === null ? null : parseTime(text)
}
