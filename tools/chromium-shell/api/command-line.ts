import { Guarded } from './guard.ts'

/** `CommandLine`: the switches the app was started with and those it adds for Chromium before it is ready. */
export class CommandLine extends Guarded {
  readonly #added = new Map<string, string>()

  constructor() {
    super('app.commandLine')
  }

  /** What was added, for Chromium's own command line. */
  get added(): ReadonlyMap<string, string> {
    return this.#added
  }

  appendSwitch(name: string, value = ''): void {
    this.#added.set(name.toLowerCase(), value)
  }

  hasSwitch(name: string): boolean {
    return this.#added.has(name) || this.#given(name) !== undefined
  }

  getSwitchValue(name: string): string {
    return this.#added.get(name) ?? this.#given(name) ?? ''
  }

  removeSwitch(name: string): void {
    this.#added.delete(name)
  }

  #given(name: string): string | undefined {
    const found = process.argv.find(
      (argument) => argument === `--${name}` || argument.startsWith(`--${name}=`),
    )
    return found?.slice(name.length + 3)
  }
}
