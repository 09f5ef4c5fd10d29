import { CalendarDate, parseDate } from '@internationalized/date'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components'
import { buttonClass } from './button-class.ts'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { Icon } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import fieldStyles from './field.module.css'
import popoverStyles from './popover.module.css'
import styles from './date-field.module.css'

/**
 * A calendar day as ISO text (`2025-03-04`), `null` when empty or incomplete. The user types its parts in the order
 * of the locale, or picks it from a month.
 */
export function DateField({
  label,
  description,
  error,
  value,
  onChange,
  earliest,
  latest,
  isRequired = false,
  isDisabled = false,
}: FieldTexts & {
  value: string | null
  onChange: (value: string | null) => void
  /** First and last selectable day, as ISO text. */
  earliest?: string | undefined
  latest?: string | undefined
  isRequired?: boolean
  isDisabled?: boolean
}) {
  return (
    <DatePicker<CalendarDate>
      className={fieldStyles['field'] ?? ''}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      isInvalid={error !== undefined}
      isRequired={isRequired}
      isDisabled={isDisabled}
      granularity="day"
      validationBehavior="aria"
      {...(earliest === undefined ? {} : { minValue: parseDate(earliest) })}
      {...(latest === undefined ? {} : { maxValue: parseDate(latest) })}
    >
      <FieldLabel label={label} />
      <Group className={joinClasses(fieldStyles['box'], styles['box'])}>
        <DateInput className={styles['parts'] ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles['part'] ?? ''} />}
        </DateInput>
        <Button className={buttonClass({ kind: 'quiet', isSquare: true })}>
          <Icon name="calendar" />
        </Button>
      </Group>
      <FieldNotes description={description} error={error} />
      <Popover className={popoverStyles['popover'] ?? ''} offset={4}>
        <Dialog className={styles['month'] ?? ''}>
          <Calendar>
            <header className={styles['head']}>
              <Button slot="previous" className={buttonClass({ kind: 'quiet', isSquare: true })}>
                <Icon name="chevron-left" />
              </Button>
              <Heading className={styles['title'] ?? ''} />
              <Button slot="next" className={buttonClass({ kind: 'quiet', isSquare: true })}>
                <Icon name="chevron-right" />
              </Button>
            </header>
            <CalendarGrid className={styles['grid'] ?? ''}>
              {(date) => <CalendarCell date={date} className={styles['day'] ?? ''} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
