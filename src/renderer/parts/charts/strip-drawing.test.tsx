import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { SessionStatus } from '#shared/records/session.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { StripDrawing } from './strip-drawing.tsx'
import { stripGeometry } from './strip-geometry.ts'

afterEach(cleanup)

/** How many strokes mark an unrated session in the row, and a missed one on the axis. */
async function strokesFor(values: readonly (number | null)[], statuses: readonly SessionStatus[]) {
  const sessions = statuses.map((status, index) => ({
    number: index + 1,
    date: `2025-03-0${index + 1}`,
    status,
  }))
  const content = { kind: 'level', values, minimum: 0, maximum: 10 } as const
  const row = { id: 'bond', name: 'Bond', note: null, content, wordsAt: () => '' }
  const { unmount } = renderApp({
    at: '/strip',
    screens: {
      '/strip': () => (
        <figure aria-label="Strip">
          <StripDrawing geometry={stripGeometry(640, sessions.length, [row])} sessions={sessions} />
        </figure>
      ),
    },
    handlers: {},
  })
  const figure = await screen.findByRole('figure', { name: 'Strip' })
  const starts = (name: string) =>
    (figure.querySelector(`path[class*="${name}"]`)?.getAttribute('d') ?? '').split('M').length - 1
  const strokes = { crossStrokes: starts('missing'), struckStrokes: starts('missed') }
  unmount()
  return strokes
}

test('a missed session has a struck circle on the axis, and one held without a rating a cross in its row', async () => {
  expect(await strokesFor([7, null], ['held', 'no-show'])).toEqual({ crossStrokes: 0, struckStrokes: 2 })
  expect(await strokesFor([7, null], ['held', 'held'])).toEqual({ crossStrokes: 2, struckStrokes: 0 })
  expect(await strokesFor([7, 6], ['held', 'held'])).toEqual({ crossStrokes: 0, struckStrokes: 0 })
  expect(await strokesFor([7, null], ['held', 'planned'])).toEqual({ crossStrokes: 0, struckStrokes: 0 })
})
