import type { Locator, Page } from '@playwright/test'

/** Taps as a finger does, and counts the taps. The window takes no mouse and no keys meanwhile. */
export async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  let taps = 0
  return {
    tapped: () => taps,
    /** Taps the middle of a part, which is scrolled into view first. */
    tap: async (part: Locator) => {
      await part.click({ trial: true })
      const box = await part.boundingBox()
      if (box === null) throw new Error('The part is not drawn.')
      const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      taps += 1
    },
  }
}
