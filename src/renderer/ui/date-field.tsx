import { use, useEffect, useEffectEvent, useRef, useState, type ComponentProps } from 'react'
import { parseDate, type CalendarDate } from '@internationalized/date'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateFieldStateContext,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components'
import { isCalendarDate } from '#shared/records/calendar.ts'
import { buttonClass } from './button-class.ts'
import { FieldLabel, FieldNotes } from './field-texts.tsx'
import type { FieldTexts } from './field-texts.tsx'
import { partNames, partsOf, textOfParts, type DateParts } from './date-parts.ts'
import { Icon } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import fieldStyles from './field.module.css'
import popoverStyles from './popover.module.css'
import styles from './date-field.module.css'

/** What the field shows, and what it handed on. */
interface Shown {
  /** A new object resets the typed parts, so it stays the same while they are typed. */
  readonly date: CalendarDate | null
  readonly day: string | null
  readonly typed: string
}

/**
 * A calendar day as ISO text (`2025-03-04`). The user types its parts in the order and the calendar of the locale, or
 * picks it from a month.
 *
 * Hands on a day between 1900 and 2100 or null, and with it the date as typed: `0026-03-04` for a half-typed year, the text
 * of its parts if some are missing, empty without any. `value` may be either of the two. Once the focus has left, `noDay` marks what is no day yet,
 * and a required day that is missing. A required day that a draft gives as empty is marked at once.
 */
export function DateField({
  label,
  description,
  error,
  noDay,
  value,
  onChange,
  earliest,
  latest,
  isRequired = false,
  isDisabled = false,
}: FieldTexts & {
  /** The error for typed parts that are no day between 1900 and 2100. */
  noDay: string
  value: string | null
  onChange: (day: string | null, typed: string) => void
  /** First and last selectable day, as ISO text. */
  earliest?: string | undefined
  latest?: string | undefined
  isRequired?: boolean
  isDisabled?: boolean
}) {
  const [shown, setShown] = useState(() => shownOf(value))
  const [filling, setFilling] = useState<Filling>('none')
  const [isFocused, setIsFocused] = useState(false)
  const [wasLeft, setWasLeft] = useState(false)
  // Another value than the one that was handed on comes from outside, such as a reset.
  if ((value ?? '') !== (shown.day ?? '') && value !== shown.typed) setShown(shownOf(value))
  const take = (date: CalendarDate | null, typed: string) => {
    const day = isCalendarDate(typed) ? typed : null
    setShown({ date, day, typed })
    onChange(day, typed)
  }
  // React Aria reports neither a part that was emptied or typed beside an empty one, nor the same date completed again.
  const fill = (next: Filling, parts: string) => {
    setFilling(next)
    if (next === 'part' && shown.typed !== parts) take(shown.date, parts)
    if (next === 'none' && filling === 'part' && shown.date === null) take(null, '')
    if (next === 'all' && partsOf(shown.typed) && shown.date !== null) take(shown.date, shown.date.toString())
  }
  // Null is a day that nobody has typed yet; an empty text is one that was emptied.
  const isMissing = isRequired && (wasLeft || value !== null)
  const isUnfinished = filling === 'part' || (shown.day === null && (isMissing || shown.typed !== ''))
  const problem = error ?? (isUnfinished && !isFocused ? noDay : undefined)
  const first = parsed(earliest)
  const last = parsed(latest)
  return (
    <DatePicker<CalendarDate>
      className={fieldStyles['field'] ?? ''}
      value={shown.date}
      onChange={(date) => take(date, date?.toString() ?? '')}
      onFocusChange={(isNow) => {
        setIsFocused(isNow)
        if (!isNow) setWasLeft(true)
      }}
      isInvalid={problem !== undefined}
      isRequired={isRequired}
      isDisabled={isDisabled}
      granularity="day"
      validationBehavior="aria"
      {...(first === null ? {} : { minValue: first })}
      {...(last === null ? {} : { maxValue: last })}
    >
      <FieldLabel label={label} />
      <Group className={joinClasses(fieldStyles['box'], styles['box'])}>
        <DateInput className={styles['parts'] ?? ''}>
          {(segment) => <DatePart segment={segment} start={partsOf(shown.typed)} onFilling={fill} />}
        </DateInput>
        <Button className={buttonClass({ kind: 'quiet', isSquare: true })}>
          <Icon name="calendar" />
        </Button>
      </Group>
      <FieldNotes description={description} error={problem} />
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

/** How many parts of the date have a value. */
type Filling = 'none' | 'part' | 'all'

/** One part of the date. The part of the year also fills the parts that a draft kept, and reports how many have a value. */
function DatePart({
  segment,
  start,
  onFilling,
}: {
  segment: ComponentProps<typeof DateSegment>['segment']
  /** The parts as they were typed; null unless some are missing. */
  start: DateParts | null
  onFilling: (filling: Filling, parts: string) => void
}) {
  const state = use(DateFieldStateContext)
  const calendar = state?.calendar.identifier ?? ''
  const valueOf = (part: (typeof partNames)[number]): number | null => {
    const found = state?.segments.find(({ type }) => type === part)
    return !found || found.isPlaceholder ? null : (found.value ?? null)
  }
  const parts = { calendar, year: valueOf('year'), month: valueOf('month'), day: valueOf('day') }
  const missing = partNames.filter((part) => parts[part] === null).length
  const filling = missing === 0 ? 'all' : missing === partNames.length ? 'none' : 'part'
  const isYear = segment.type === 'year'
  // React Aria takes one part for each time that it renders. Only parts of the same calendar mean the same.
  const isKept = useRef(isYear && start?.calendar === calendar)
  const report = useEffectEvent(onFilling)
  const fillNext = useEffectEvent((): boolean => {
    const next = partNames.find((part) => parts[part] === null && (start?.[part] ?? null) !== null)
    const value = next === undefined ? null : (start?.[next] ?? null)
    if (next === undefined || value === null) return false
    state?.setSegment(next, value)
    return true
  })
  const text = textOfParts(parts)
  useEffect(() => {
    if (!isYear) return
    isKept.current &&= fillNext()
    if (!isKept.current) report(filling, text)
  }, [isYear, filling, text])
  return <DateSegment segment={segment} className={styles['part'] ?? ''} />
}

function shownOf(value: string | null): Shown {
  const typed = value ?? ''
  return { date: parsed(typed), day: isCalendarDate(typed) ? typed : null, typed }
}

/** The date of an ISO text, also of a half-typed year; null for any other text. */
function parsed(text: string | undefined): CalendarDate | null {
  try {
    return parseDate(text ?? '')
  } catch {
    return null
  }
}
