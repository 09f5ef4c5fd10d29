import type { Rectangle } from 'electron'

import { GuardedEmitter } from './guard.ts'

const size = { width: 1280, height: 800 }
const area = { x: 0, y: 0, ...size }

/** `screen`: one display of 1280 by 800, because Chromium tells its size only to pages. */
class Screen extends GuardedEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
  }

  getPrimaryDisplay(): object {
    return {
      id: 1,
      label: '',
      bounds: area,
      workArea: area,
      size,
      workAreaSize: size,
      scaleFactor: 1,
      rotation: 0,
      internal: false,
    }
  }

  getAllDisplays(): object[] {
    return [this.getPrimaryDisplay()]
  }

  getDisplayMatching(_rectangle: Rectangle): object {
    return this.getPrimaryDisplay()
  }

  getDisplayNearestPoint(_point: { x: number; y: number }): object {
    return this.getPrimaryDisplay()
  }
}

/** Electron's `screen`. */
export const screen = new Screen()
