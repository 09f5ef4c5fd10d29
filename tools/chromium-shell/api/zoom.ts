import type { Page } from '../engine/page.ts'

const settleMilliseconds = 250

/** A page's zoom: as in a browser, the page lays itself out in a smaller window, which is drawn larger. */
export class Zoom {
  factor = 1
  #isApplied = false
  #turn: Promise<void> = Promise.resolve()

  /** Applies the factor to the window's present size; called when either has changed. */
  fit({ session }: Page): void {
    const apply = async (): Promise<void> => {
      if (this.#isApplied) {
        await session.send('Emulation.clearDeviceMetricsOverride')
        await new Promise((resolve) => setTimeout(resolve, settleMilliseconds))
      }
      this.#isApplied = this.factor !== 1
      if (!this.#isApplied) return
      const { cssVisualViewport } = await session.send('Page.getLayoutMetrics')
      const width = Math.round(cssVisualViewport.clientWidth / this.factor)
      const height = Math.round(cssVisualViewport.clientHeight / this.factor)
      const metrics = { width, height, deviceScaleFactor: this.factor, mobile: false }
      await session.send('Emulation.setDeviceMetricsOverride', metrics)
    }
    // In order; a page that has closed meanwhile needs no zoom.
    this.#turn = this.#turn.then(apply).catch(() => undefined)
  }
}
