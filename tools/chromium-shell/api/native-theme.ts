import { GuardedEmitter } from './guard.ts'
import { livingContents } from './registry.ts'

const sources = ['system', 'light', 'dark'] as const
type ThemeSource = (typeof sources)[number]

/** `nativeTheme`: which colours pages are told the user prefers. `system` leaves it to Chromium. */
class NativeTheme extends GuardedEmitter {
  #source: ThemeSource = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): ThemeSource {
    return this.#source
  }

  set themeSource(source: ThemeSource) {
    if (!sources.includes(source)) throw new TypeError(`Invalid themeSource '${String(source)}'`)
    if (source === this.#source) return
    this.#source = source
    for (const contents of livingContents.values()) contents.applyTheme()
    this.emit('updated')
  }

  /** The system's own wish is not known here: under `system` this says light. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }

  get shouldUseHighContrastColors(): boolean {
    return false
  }

  get shouldUseInvertedColorScheme(): boolean {
    return false
  }

  get inForcedColorsMode(): boolean {
    return false
  }

  get prefersReducedTransparency(): boolean {
    return false
  }
}

/** Electron's `nativeTheme`. */
export const nativeTheme = new NativeTheme()
