import { lazy, Suspense, type ReactNode } from 'react'
import { act, cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clientIdSchema } from '#shared/records/ids.ts'
import { pageRule } from '#renderer/lib/use-paper.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ChartSubjectContext, type ChartSubject } from './chart-subject.ts'
import { PlotFigure } from './plot-figure.tsx'

const fern: ChartSubject = {
  clientId: clientIdSchema.parse('6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11'),
  code: 'Fern',
}

/** The page at the moment it is asked to print: the figures that stand alone on the paper, and its title. */
const printed: { alone: string[]; title: string }[] = []

const alone = () =>
  screen
    .getAllByRole('figure')
    .filter((figure) => figure.className.includes('alone'))
    .map((figure) => within(figure).getByRole('heading').textContent)

async function show(subject: ChartSubject | null = fern, draw = (width: number) => <svg width={width} />) {
  const figure = (title: string) => (
    <PlotFigure
      title={title}
      sentence={`${title} fell.`}
      isTitleOnlySpoken
      empty={null}
      count={1}
      keys={title}
      goes="across"
      current={null}
      onCurrentChange={() => undefined}
      draw={draw}
      note={null}
      table={() => <p>The table of {title}</p>}
    />
  )
  const Screen = () => (
    <ChartSubjectContext value={subject}>
      {figure('Bond')}
      {figure('Goals')}
    </ChartSubjectContext>
  )
  renderApp({ at: '/chart', screens: { '/chart': Screen }, handlers: {} })
  await screen.findByRole('figure', { name: 'Bond' })
  return { user: userEvent.setup(), inFigure: (name: string) => within(screen.getByRole('figure', { name })) }
}

beforeEach(() => {
  printed.length = 0
  vi.spyOn(window, 'print').mockImplementation(() => {
    window.dispatchEvent(new Event('beforeprint'))
    printed.push({ alone: alone(), title: document.title })
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const endPrinting = () => act(() => void window.dispatchEvent(new Event('afterprint')))

test('a figure is printed alone, and the screen is as before afterwards', async () => {
  const { user, inFigure } = await show()
  const title = document.title
  await user.click(inFigure('Goals').getByRole('button', { name: 'Print…' }))
  expect(printed).toEqual([{ alone: ['Goals'], title: 'Goals' }])
  endPrinting()
  expect(alone()).toEqual([])
  expect(document.title).toBe(title)
  expect(document.activeElement).toBe(inFigure('Goals').getByRole('button', { name: 'Print…' }))
})

test('every sheet has the client’s code and the day at its foot, in the size that is usual here', async () => {
  vi.setSystemTime(new Date('2025-03-04T10:00:00'))
  const rules = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync')
  const { user, inFigure } = await show()
  await user.click(inFigure('Bond').getByRole('button', { name: 'Print…' }))
  expect(rules.mock.calls).toEqual([
    [pageRule({ foot: 'Attune · Fern · printed on Mar 4, 2025', size: 'Letter' })],
  ])
  expect(document.adoptedStyleSheets).toHaveLength(1)
  endPrinting()
  expect(document.adoptedStyleSheets).toHaveLength(0)
})

test('a chart about no client has no code at its foot', async () => {
  vi.setSystemTime(new Date('2025-03-04T10:00:00'))
  const rules = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync')
  const { user, inFigure } = await show(null)
  await user.click(inFigure('Bond').getByRole('button', { name: 'Print…' }))
  expect(rules.mock.calls).toEqual([[pageRule({ foot: 'Attune · printed on Mar 4, 2025', size: 'Letter' })]])
})

test('a title that the screen has elsewhere is on the paper, and the table if it is shown', async () => {
  const { user, inFigure } = await show()
  const heading = () => inFigure('Bond').getByRole('heading')
  expect(heading().querySelector('span')).not.toBeNull()
  await user.click(inFigure('Bond').getByRole('button', { name: 'Show as table' }))
  await user.click(inFigure('Bond').getByRole('button', { name: 'Print…' }))
  expect(heading().querySelector('span')).toBeNull()
  expect(inFigure('Bond').getByText('The table of Bond')).toBeDefined()
  endPrinting()
  expect(heading().querySelector('span')).not.toBeNull()
})

test('a drawing whose code is still loading is waited for', async () => {
  const loading = Promise.withResolvers<{ default: () => ReactNode }>()
  const Drawing = lazy(() => loading.promise)
  const { user, inFigure } = await show(fern, () => (
    <Suspense>
      <Drawing />
    </Suspense>
  ))
  await user.click(inFigure('Bond').getByRole('button', { name: 'Print…' }))
  expect(printed).toEqual([])
  await act(async () => loading.resolve({ default: () => <svg /> }))
  await vi.waitFor(() => expect(printed).toEqual([{ alone: ['Bond'], title: 'Bond' }]))
})

test('if no end of printing is reported, the next key or press ends it, and the whole screen can be printed', async () => {
  const { user, inFigure } = await show()
  for (const next of [() => user.keyboard('{Control}'), () => user.click(document.body)]) {
    await user.click(inFigure('Bond').getByRole('button', { name: 'Print…' }))
    expect(alone()).toEqual(['Bond'])
    await next()
    expect(alone()).toEqual([])
  }
  window.print()
  expect(printed.at(-1)?.alone).toEqual([])
})
