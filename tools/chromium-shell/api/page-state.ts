import type { Page } from '../engine/page.ts'
import { createEvent } from './event.ts'
import { announcements } from './registry.ts'
import { readyShellState } from './shell-state.ts'
import type { WebContents } from './web-contents.ts'

/** What is known of a page at any moment, and the events of `WebContents` that its changes become. */
export class PageState {
  isLoading = false
  isCrashed = false
  title = ''
  /** Whether a close that is under way may be refused by the page's `beforeunload`. */
  waitsForUnload = false
  readonly #contents: WebContents

  constructor(contents: WebContents) {
    this.#contents = contents
  }

  /** Starts to follow the page. */
  follow(page: Page): void {
    this.#followLoading(page)
    const contents = this.#contents
    page.on('title', (title) => {
      this.title = title
      contents.emit('page-title-updated', createEvent(), title, true)
    })
    page.on('console', (level, message, lineNumber, sourceId) => {
      const details = { level, message, lineNumber, sourceId, frame: contents.mainFrame }
      contents.emit('console-message', createEvent(details))
    })
    page.on('crashed', () => {
      this.isCrashed = true
      const details = { reason: 'crashed', exitCode: 1 }
      contents.emit('render-process-gone', createEvent(), details)
      announcements.emit('contents-crashed', contents, details)
    })
    page.on('dialog', ({ type, message }) => {
      if (type === 'beforeunload') return this.#answerUnload(page)
      if (!readyShellState('dialogs').chromium.headless) return
      console.error(`[chromium-shell] a page's ${type} was dismissed, nobody can see it: ${message}`)
      page.session.post('Page.handleJavaScriptDialog', { accept: false })
    })
  }

  #followLoading(page: Page): void {
    const contents = this.#contents
    page.on('navigated', ({ url }, isMainFrame) => {
      if (isMainFrame) {
        this.isCrashed = false
        contents.emit('did-navigate', createEvent(), url, 200, 'OK')
      }
      contents.emit('did-frame-navigate', createEvent(), url, 200, 'OK', isMainFrame, 0, 0)
    })
    page.on('navigated-in-page', ({ url }, isMainFrame) =>
      contents.emit('did-navigate-in-page', createEvent(), url, isMainFrame, 0, 0),
    )
    page.on('started-loading', () => {
      this.isLoading = true
      contents.emit('did-start-loading')
    })
    page.on('stopped-loading', () => {
      this.isLoading = false
      contents.emit('did-stop-loading')
    })
    page.on('dom-ready', () => contents.emit('dom-ready', createEvent()))
    page.on('loaded', () => contents.emit('did-finish-load'))
  }

  #answerUnload(page: Page): void {
    const event = createEvent()
    this.#contents.emit('will-prevent-unload', event)
    // Preventing this event means overruling the page, as in Electron.
    const leaves = event.defaultPrevented || !this.waitsForUnload
    page.session.post('Page.handleJavaScriptDialog', { accept: leaves })
    if (!leaves) announcements.emit('close-refused')
  }
}
