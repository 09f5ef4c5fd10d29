import { lazy, Suspense, type ReactNode } from 'react'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ChartSubjectContext, type ChartSubject } from '../chart-subject.ts'
import { drawPicture } from './draw-picture.ts'
import { PictureDialog } from './picture-dialog.tsx'

const png = 'iVBORw0KGgo='
const svg = '<svg width="768"></svg>'

// jsdom draws nothing.
vi.mock('./draw-picture.ts', () => ({
  drawPicture: vi.fn(() => Promise.resolve({ text: svg, width: 768, height: 400 })),
  pngOf: () => Promise.resolve(new Blob([Uint8Array.from(atob(png), (each) => each.charCodeAt(0))])),
  addressOf: (text: string) => text,
}))

const fern: ChartSubject = {
  clientId: clientIdSchema.parse('6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11'),
  code: 'Fern',
}

function show({
  subject = fern as ChartSubject | null,
  saveFailsWith = null as AppError | null,
  isCancelled = false,
  isRefused = false,
  draw = (width: number): ReactNode => <svg width={width} />,
} = {}) {
  const saved: unknown[] = []
  const noted: unknown[] = []
  const noteCopied = vi.fn()
  const onClose = vi.fn()
  const words = { title: 'Bond', sentence: 'It fell.', note: null }
  const write = vi.fn((_items: unknown) =>
    isRefused ? Promise.reject(new DOMException('', 'NotAllowedError')) : Promise.resolve(),
  )
  const user = userEvent.setup()
  // jsdom has no pictures on its clipboard.
  vi.stubGlobal('ClipboardItem', class {})
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write } })
  const Screen = () => (
    <ChartSubjectContext value={subject}>
      <PictureDialog words={words} draw={draw} onClose={onClose} />
    </ChartSubjectContext>
  )
  renderApp({
    at: '/chart',
    screens: { '/chart': Screen },
    handlers: {
      app: { noteCopied },
      files: {
        choose: ({ purpose }) =>
          isCancelled
            ? { kind: 'cancelled' }
            : { kind: 'chosen', token: 'A'.repeat(43), name: `Bond.${purpose.slice(-3)}` },
      },
      exports: {
        saveChart: ({ clientId, picture }) => {
          if (saveFailsWith) throw saveFailsWith
          saved.push([clientId, picture])
        },
        noteChartCopied: ({ clientId }) => {
          noted.push(clientId)
        },
      },
    },
  })
  return { saved, noted, noteCopied, write, user, onClose }
}

const press = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  await screen.findByRole('img')
  await user.click(screen.getByRole('button', { name }))
}

beforeEach(() => vi.mocked(drawPicture).mockClear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a picture is saved as it is shown, in both formats', async () => {
  const { user, saved } = show()
  await press(user, 'Save as SVG…')
  await screen.findByText(/^Saved as “Bond\.svg”/)
  await press(user, 'Save as PNG…')
  await screen.findByText(/^Saved as “Bond\.png”/)
  expect(saved).toEqual([
    [fern.clientId, { format: 'svg', text: svg }],
    [fern.clientId, { format: 'png', base64: png }],
  ])
})

test('a copied picture is noted in the audit log, and main knows that it has something to clear', async () => {
  const { user, noted, noteCopied, write } = show()
  await press(user, 'Copy')
  await screen.findByText(/^Copied\. Attune clears it/)
  expect(noted).toEqual([fern.clientId])
  expect(write).toHaveBeenCalledOnce()
  expect(noteCopied).toHaveBeenCalledOnce()
})

test('fault 400: a drawing whose code is still loading is waited for', async () => {
  const loading = Promise.withResolvers<{ default: () => ReactNode }>()
  const Drawing = lazy(() => loading.promise)
  show({
    draw: () => (
      <Suspense>
        <Drawing />
      </Suspense>
    ),
  })
  await screen.findByRole('dialog')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(screen.queryByRole('alert')).toBeNull()
  loading.resolve({ default: () => <svg /> })
  expect(await screen.findByRole('img')).toBeDefined()
})

test('a full disk is reported, and the dialog stays for another try', async () => {
  const { user, onClose } = show({ saveFailsWith: new AppError('disk-full') })
  await press(user, 'Save as SVG…')
  expect(await screen.findByRole('alert')).toBeDefined()
  expect(screen.queryByText(/^Saved/)).toBeNull()
  expect(screen.getByRole('button', { name: 'Save as SVG…' })).toHaveProperty('disabled', false)
  expect(onClose).not.toHaveBeenCalled()
})

test('a cancelled choice of a file says nothing', async () => {
  const { user, saved } = show({ isCancelled: true })
  await press(user, 'Save as PNG…')
  expect(screen.queryByText(/^Saved/)).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(saved).toEqual([])
})

test('a system that refuses the copy is reported', async () => {
  const { user, noteCopied } = show({ isRefused: true })
  await press(user, 'Copy')
  expect(await screen.findByText('The picture was not copied')).toBeDefined()
  expect(screen.queryByText(/^Copied/)).toBeNull()
  expect(noteCopied).not.toHaveBeenCalled()
})

test('the code is in the picture only if it is chosen', async () => {
  const { user } = show()
  await screen.findByRole('img')
  const codes = () => vi.mocked(drawPicture).mock.calls.map(([, { code }]) => code)
  expect(codes()).toEqual([null])
  await user.click(screen.getByRole('checkbox', { name: 'With the client’s code' }))
  await vi.waitFor(() => expect(codes()).toEqual([null, 'Fern']))
})

test('a chart about no client offers no code, and is saved without a client', async () => {
  const { user, saved } = show({ subject: null })
  await press(user, 'Save as SVG…')
  await screen.findByText(/^Saved/)
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(saved).toEqual([[null, { format: 'svg', text: svg }]])
})
