import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import type { ClientRecord } from '#shared/reports/client-record.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { formPlanBlocks } from './form-plans-part.ts'

beforeAll(startI18n)

const plans: ClientRecord['formPlans'] = [
  {
    instrumentId: 'phq-9',
    title: 'PHQ-9',
    plan: { rhythm: { kind: 'every-nth', n: 3 }, moment: 'beginning', lastDay: '2026-08-31' },
    declined: null,
  },
  {
    instrumentId: 'gad-7',
    title: 'GAD-7',
    plan: { rhythm: { kind: 'monthly' }, moment: 'after', lastDay: null },
    declined: { on: '2026-03-03', by: 'client' },
  },
  { instrumentId: 'mood', title: 'Mood', plan: null, declined: { on: '2026-03-04', by: 'therapist' } },
]

test('the whole record says when each form is given, and which ones the client declines', () => {
  const texts = formPlanBlocks(plans, i18next.t).map((block) => ('text' in block ? block.text : null))
  expect(texts).toEqual([
    'When each form is given',
    'PHQ-9: every 3 sessions, at the beginning, until Aug 31, 2026.',
    'GAD-7: once a month, at the end.',
    'GAD-7: The client declined it in their form on Mar 3, 2026. It is not given.',
    'Mood: The client declined it, as you noted on Mar 4, 2026. It is not given.',
  ])
  expect(formPlanBlocks([], i18next.t)).toEqual([])
})
