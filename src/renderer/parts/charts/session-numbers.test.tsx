import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { SessionNumbers } from './session-numbers.tsx'
import { sessionAxis } from './trajectory-geometry.ts'

afterEach(cleanup)

test('no number begins left of the line, where the word for them ends', () => {
  const numbers = Array.from({ length: 53 }, (_, index) => index + 448)
  const axis = sessionAxis(640, numbers.length)
  const { container } = render(
    <svg>
      <SessionNumbers axis={axis} y={100} numbers={numbers} />
    </svg>,
  )
  const [first, second] = [...container.querySelectorAll('text')]
  expect(first?.textContent).toBe('448')
  // Half of three digits is 12 px.
  expect(Number(first?.getAttribute('x'))).toBeGreaterThanOrEqual(axis.left + 12)
  expect(axis.x(0)).toBeLessThan(axis.left + 12)
  expect(Number(second?.getAttribute('x'))).toBe(axis.x(numbers.indexOf(Number(second?.textContent))))
})
