import { configure } from '@testing-library/react'

// On a busy machine a second is too short for some waits.
configure({ asyncUtilTimeout: 20_000 })

// jsdom has no marks; the app sets some, which only the bench reads.
Object.defineProperty(performance, 'mark', { value: () => undefined })

// jsdom lays nothing out and reports each attempt to scroll, which would fill the output of the tests.
Object.defineProperty(window, 'scrollTo', { value: () => undefined, writable: true, configurable: true })
Object.defineProperty(Element.prototype, 'scrollIntoView', {
  value: () => undefined,
  writable: true,
  configurable: true,
})

// jsdom paints nothing. A frame comes as the next task, so that it never falls between two steps of a later input.
window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 0)
window.cancelAnimationFrame = (frame) => window.clearTimeout(frame)
