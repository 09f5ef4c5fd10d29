import type { Page } from '../engine/page.ts'

const settleMilliseconds = 250

/** A page's zoom: as in a browser, the page lays itself out in a smaller window, which is drawn larger. */
export class Zoom {
  #factor = 1
  #applied = 1
  #turn: Promise<void> = Promise.resolve()

  get factor(): number {
    return this.#factor
  }

  /** Zooms to a factor; one after the other, if several are asked for. */
  set(page: Promise<Page>, factor: number): void {
    this.#factor = factor
    this.#queue(async () => this.#apply(await page))
  }

  /** Fits the zoom to a window whose size has changed. */
  refit(page: Page): void {
    if (this.#applied === 1) return
    this.#queue(async () => {
      await page.session.send('Emulation.clearDeviceMetricsOverride')
      this.#applied = 1
      await new Promise((resolve) => setTimeout(resolve, settleMilliseconds))
      await this.#apply(page)
    })
  }

  #queue(step: () => Promise<void>): void {
    // A page that has gone meanwhile needs no zoom.
    this.#turn = this.#turn.then(step).catch(() => undefined)
  }

  async #apply({ session }: Page): Promise<void> {
    if (this.#factor === this.#applied) return
    const { cssVisualViewport } = await session.send('Page.getLayoutMetrics')
    const width = Math.round((cssVisualViewport.clientWidth * this.#applied) / this.#factor)
    const height = Math.round((cssVisualViewport.clientHeight * this.#applied) / this.#factor)
    this.#applied = this.#factor
    const metrics = { width, height, deviceScaleFactor: this.#factor, mobile: false }
    if (this.#factor === 1) await session.send('Emulation.clearDeviceMetricsOverride')
    else await session.send('Emulation.setDeviceMetricsOverride', metrics)
  }
}
