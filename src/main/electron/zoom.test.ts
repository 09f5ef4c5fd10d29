import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import { createZoom } from './zoom.ts'

function zoomWith({ kept = 1, isDestroyed = false } = {}) {
  const state = { factor: kept, kept, isHandedOver: false, set: 0 }
  const window = {
    isDestroyed: () => isDestroyed,
    webContents: {
      getZoomFactor: () => state.factor,
      setZoomFactor: (factor: number) => {
        state.factor = factor
        state.set += 1
      },
    },
    // Only what the zoom uses.
  } as unknown as BrowserWindow
  const zoom = createZoom({
    window: () => window,
    settings: {
      zoomFactor: () => state.kept,
      rememberZoom: (factor) => {
        state.kept = factor
        return Promise.resolve()
      },
    },
    isHandedOver: () => state.isHandedOver,
  })
  return { state, zoom }
}

test('each step is shown and remembered', () => {
  const { state, zoom } = zoomWith()
  zoom.change('in')
  zoom.change('in')
  expect(state).toMatchObject({ factor: 1.25, kept: 1.25 })
  zoom.change('out')
  expect(state).toMatchObject({ factor: 1.1, kept: 1.1 })
  zoom.change('reset')
  expect(state).toMatchObject({ factor: 1, kept: 1 })
})

test('a client’s size is theirs: it is not remembered, and the therapist’s comes back', () => {
  const { state, zoom } = zoomWith({ kept: 1.1 })
  state.isHandedOver = true
  zoom.change('in')
  zoom.change('in')
  expect(state).toMatchObject({ factor: 1.5, kept: 1.1 })
  state.isHandedOver = false
  zoom.restore()
  expect(state).toMatchObject({ factor: 1.1, kept: 1.1 })
})

test('where the size is right nothing is set, and without a window nothing happens', () => {
  const { state, zoom } = zoomWith()
  zoom.restore()
  expect(state.set).toBe(0)
  const gone = zoomWith({ isDestroyed: true })
  gone.zoom.change('in')
  gone.zoom.restore()
  expect(gone.state).toMatchObject({ set: 0, kept: 1 })
})
