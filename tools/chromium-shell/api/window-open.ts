import type { BrowserWindowConstructorOptions } from 'electron'

/** What a page wants to open. */
export type WindowOpenDetails = {
  url: string
  frameName: string
  features: string
  disposition: 'foreground-tab' | 'new-window' | 'other'
  referrer: { url: string; policy: string }
  postBody: undefined
}

/** What the app's handler answers. */
export type WindowOpenAnswer = {
  action: 'allow' | 'deny'
  overrideBrowserWindowOptions?: BrowserWindowConstructorOptions
}

/** The handler of `WebContents.setWindowOpenHandler`. */
export type WindowOpenHandler = (details: WindowOpenDetails) => WindowOpenAnswer
