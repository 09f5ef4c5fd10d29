import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { FormPlan, FormRhythm, PlannedForm } from '../records/form-plan.ts'
import { dayAfter, daysBetween } from '../records/days.ts'
import {
  dueAt,
  formsAtSession,
  momentOf,
  monthAfter,
  stateOfPlan,
  type AnsweredSession,
} from './due-forms.ts'

const planOf = (rhythm: FormRhythm, change: Partial<FormPlan> = {}): FormPlan => ({
  rhythm,
  moment: 'after',
  lastDay: null,
  ...change,
})
const everyThird = planOf({ kind: 'every-nth', n: 3 })
const monthly = planOf({ kind: 'monthly' })

/** Weekly sessions that were held, of which the marked ones have answers to the form. */
const weekly = (marks: string): AnsweredSession[] =>
  Array.from({ length: marks.length }, (_, index) => ({
    date: dayAfter('2026-01-05', index * 7),
    number: index + 1,
    status: 'held',
    answered: marks.charAt(index) === 'x' ? ['phq-9'] : [],
  }))

/** The state at the session after these. */
function next(plan: FormPlan, others: readonly AnsweredSession[], answered: string[] = []) {
  const number = others.length + 1
  const session = { date: dayAfter('2026-01-05', others.length * 7), number, answered }
  return stateOfPlan(plan, 'phq-9', { session, others })
}

describe('a planned form', () => {
  test('is due at once if the client never answered it', () => {
    for (const plan of [everyThird, monthly]) expect(next(plan, weekly('..'))).toEqual({ kind: 'due' })
  })

  test('is due at every third session, and says how many are left', () => {
    expect(next(everyThird, weekly('x'))).toEqual({ kind: 'in-sessions', count: 2 })
    expect(next(everyThird, weekly('x.'))).toEqual({ kind: 'in-sessions', count: 1 })
    expect(next(everyThird, weekly('x..'))).toEqual({ kind: 'due' })
    // Nobody gave it when it was due.
    expect(next(everyThird, weekly('x....'))).toEqual({ kind: 'due' })
  })

  test('starts to count again when it was answered early', () => {
    expect(next(everyThird, weekly('x.x'))).toEqual({ kind: 'in-sessions', count: 2 })
    expect(next(monthly, weekly('x...x'))).toEqual({ kind: 'from-day', day: '2026-03-02' })
  })

  test('is due a month after its answers, on the last day of a shorter month', () => {
    expect(next(monthly, weekly('x...'))).toEqual({ kind: 'from-day', day: '2026-02-05' })
    expect(next(monthly, weekly('x....'))).toEqual({ kind: 'due' })
    expect(monthAfter('2026-01-31')).toBe('2026-02-28')
    expect(monthAfter('2028-01-31')).toBe('2028-02-29')
    expect(monthAfter('2026-12-31')).toBe('2027-01-31')
  })

  test('is not due twice in one session', () => {
    for (const plan of [planOf({ kind: 'every-session' }), everyThird, monthly])
      expect(next(plan, weekly('...'), ['phq-9'])).toEqual({ kind: 'answered' })
  })

  test('is due on its last day and not after it', () => {
    const until = (lastDay: string) => next(planOf({ kind: 'every-session' }, { lastDay }), weekly('..'))
    expect(until('2026-01-19')).toEqual({ kind: 'due' })
    expect(until('2026-01-18')).toEqual({ kind: 'over', lastDay: '2026-01-18' })
  })

  test('counts only the sessions before the one in hand, whatever their order in the vault', () => {
    const [first, second, third] = weekly('x..')
    if (!first || !second || !third) throw new Error('three sessions')
    const late = { ...third, answered: ['phq-9'] }
    const session = { ...second, answered: [] }
    expect(stateOfPlan(everyThird, 'phq-9', { session, others: [late, first] })).toEqual({
      kind: 'in-sessions',
      count: 2,
    })
    // Two sessions on one day.
    const sameDay = { ...first, number: 2, answered: [] }
    expect(
      stateOfPlan(everyThird, 'phq-9', { session: { ...sameDay, number: 3 }, others: [sameDay, first] }),
    ).toEqual({ kind: 'in-sessions', count: 1 })
  })
})

const notCounting = fc.constantFrom(
  'late-cancel' as const,
  'no-show' as const,
  'cancelled-by-client' as const,
  'cancelled-by-therapist' as const,
)
const plans = fc.oneof(
  fc.constant(planOf({ kind: 'every-session' })),
  fc.integer({ min: 2, max: 8 }).map((n) => planOf({ kind: 'every-nth', n })),
  fc.constant(monthly),
)
const marks = fc.array(fc.constantFrom('x', '.', '.', '.'), { maxLength: 30 }).map((all) => all.join(''))

describe('whatever was answered when', () => {
  test('missed and cancelled sessions change nothing, not even with answers', () => {
    fc.assert(
      fc.property(plans, marks, fc.array(fc.tuple(fc.nat(400), notCounting)), (plan, each, extra) => {
        const session = { date: '2027-02-01', number: 999, answered: [] }
        const others = weekly(each)
        const missed = extra.map(([days, status], index) => ({
          date: dayAfter('2026-01-05', days),
          number: 100 + index,
          status,
          answered: ['phq-9'],
        }))
        const planned = { date: '2027-01-31', number: 998, status: 'planned' as const, answered: [] }
        expect(stateOfPlan(plan, 'phq-9', { session, others: [...missed, planned, ...others] })).toEqual(
          stateOfPlan(plan, 'phq-9', { session, others }),
        )
      }),
    )
  })

  test('a client who answers whenever it is due answers every n-th of the sessions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 40 }), (n, count) => {
        const plan = planOf({ kind: 'every-nth', n })
        const done: AnsweredSession[] = []
        for (const session of weekly('.'.repeat(count))) {
          const isDue = stateOfPlan(plan, 'phq-9', { session, others: done }).kind === 'due'
          done.push({ ...session, answered: isDue ? ['phq-9'] : [] })
        }
        expect(done.map(({ answered }) => answered.length)).toEqual(
          done.map((_, index) => (index % n === 0 ? 1 : 0)),
        )
      }),
    )
  })

  test('a monthly form comes 28 to 31 days after its answers, over month ends and changes of the clock', () => {
    fc.assert(
      fc.property(fc.nat(3000), (days) => {
        const answered = dayAfter('2024-01-01', days)
        const others = [{ date: answered, number: 1, status: 'held' as const, answered: ['phq-9'] }]
        const stateOn = (date: string) =>
          stateOfPlan(monthly, 'phq-9', { session: { date, number: 2, answered: [] }, others })
        const day = monthAfter(answered)
        expect(daysBetween(answered, day)).toBeGreaterThanOrEqual(28)
        expect(daysBetween(answered, day)).toBeLessThanOrEqual(31)
        expect(stateOn(day)).toEqual({ kind: 'due' })
        expect(stateOn(dayAfter(day, -1))).toEqual({ kind: 'from-day', day })
      }),
    )
  })
})

describe('a client’s forms', () => {
  const forms = [
    { id: 'phq-9', title: 'PHQ-9', occasion: 'any' as const },
    { id: 'alliance', title: 'Alliance', occasion: 'after' as const },
    { id: 'mood', title: 'Mood', occasion: 'before' as const },
  ]
  const at = (answered: string[] = []) => ({
    session: { date: '2026-02-02', number: 5, answered },
    others: weekly('x..x'),
  })
  const ids = (found: { instrumentId: string }[]) => found.map(({ instrumentId }) => instrumentId)
  const planned = (change: Partial<PlannedForm>): PlannedForm => ({
    instrumentId: 'phq-9',
    plan: null,
    declined: null,
    ...change,
  })

  test('are all given at every hand-over while nothing is planned, answered or not', () => {
    const found = formsAtSession(forms, [], at(['phq-9']))
    expect(found.isPlanned).toBe(false)
    expect(momentOf(found, false)).toBe('after')
    for (const moment of ['beginning', 'after'] as const)
      expect(ids(dueAt(found, moment))).toEqual(['phq-9', 'alliance', 'mood'])
  })

  test('with a plan come when each is due, the others when their questionnaire says', () => {
    const plan = planOf({ kind: 'every-nth', n: 2 }, { moment: 'beginning' })
    const found = formsAtSession(forms, [planned({ plan })], at())
    expect(found.isPlanned).toBe(true)
    expect(found.forms[0]).toMatchObject({ moment: 'beginning', state: { kind: 'in-sessions', count: 1 } })
    expect(ids(dueAt(found, 'beginning'))).toEqual(['mood'])
    expect(ids(dueAt(found, 'after'))).toEqual(['alliance'])
    expect([momentOf(found, false), momentOf(found, true)]).toEqual(['beginning', 'after'])
  })

  test('with one that is declined, all others are given as before', () => {
    const declined = { on: '2026-01-20', by: 'client' } as const
    const found = formsAtSession(forms, [planned({ declined })], at())
    expect(found.isPlanned).toBe(true)
    expect(found.forms[0]?.state).toEqual({ kind: 'declined', ...declined })
    expect(ids(dueAt(found, 'after'))).toEqual(['alliance', 'mood'])
  })

  test('fault 355: with one that is declined and no plan, the others are due until they are answered', () => {
    const declined = { on: '2026-01-20', by: 'client' } as const
    const found = formsAtSession(forms, [planned({ declined })], at(['alliance', 'mood']))
    expect(found.forms.map(({ state }) => state.kind)).toEqual(['declined', 'answered', 'answered'])
    for (const moment of ['beginning', 'after'] as const) expect(dueAt(found, moment)).toEqual([])
  })
})
