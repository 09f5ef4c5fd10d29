import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { newestShipped } from '#shared/series/testing/own-series.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { ItemRating } from './item-rating.tsx'

afterEach(cleanup)

test('asks an item on its own scale; a digit rates it, and Ctrl+Enter saves the form around it', async () => {
  startI18n()
  const [item] = newestShipped('attune-supervision')?.items ?? []
  if (item === undefined) throw new Error('the form has items')
  const [rated, saved] = [vi.fn(), vi.fn()]
  const user = userEvent.setup()
  render(<ItemRating item={item} value={null} onChange={rated} onSave={saved} />)
  const group = screen.getByRole('radiogroup', { name: item.text })
  const radios = screen.getAllByRole('radio')
  expect(radios).toHaveLength(item.maximum - item.minimum + 1)
  expect(group.textContent).toContain(item.anchors?.maximum)
  radios[0]?.focus()
  await user.keyboard('7')
  expect(rated).toHaveBeenCalledWith(7)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(saved).toHaveBeenCalledOnce()
})
