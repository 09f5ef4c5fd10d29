import { expect, test } from 'vitest'
import { areSinceAgreed } from './since-agreed.ts'

const held = (date: string) => ({ date, status: 'held' as const })

test('a session later on the day of an agreement took place after it, one earlier on that day before it', () => {
  const sessions = [held('2026-03-11'), held('2026-03-12'), held('2026-03-12'), held('2026-03-13')]
  const since = (heldWhenAgreed: number) =>
    areSinceAgreed(sessions, { agreedOn: '2026-03-12', heldWhenAgreed })
  expect(since(0)).toEqual([false, true, true, true])
  expect(since(1)).toEqual([false, false, true, true])
  expect(since(2)).toEqual([false, false, false, true])
})

test('a missed session on the day of an agreement is no session after it, unless one was held between', () => {
  const missed = { date: '2026-03-12', status: 'no-show' as const }
  const at = { agreedOn: '2026-03-12', heldWhenAgreed: 0 }
  expect(areSinceAgreed([missed, held('2026-03-12')], at)).toEqual([false, true])
})
