import { Guarded } from './guard.ts'

type MessageOptions = {
  title?: string
  message: string
  detail?: string
  cancelId?: number
  defaultId?: number
}

/**
 * `dialog`: nobody can see a dialog of the shell's, so each is answered as if it had been cancelled and said on the
 * console. Tests replace the functions to answer otherwise.
 */
class Dialog extends Guarded {
  constructor() {
    super('dialog')
  }

  async showOpenDialog(): Promise<{ canceled: boolean; filePaths: string[] }> {
    tell('showOpenDialog')
    return { canceled: true, filePaths: [] }
  }

  showOpenDialogSync(): string[] | undefined {
    tell('showOpenDialogSync')
    return undefined
  }

  async showSaveDialog(): Promise<{ canceled: boolean; filePath: string }> {
    tell('showSaveDialog')
    return { canceled: true, filePath: '' }
  }

  showSaveDialogSync(): string {
    tell('showSaveDialogSync')
    return ''
  }

  async showMessageBox(
    ...given: [MessageOptions] | [object, MessageOptions]
  ): Promise<{ response: number; checkboxChecked: boolean }> {
    return { response: this.#cancelled(given), checkboxChecked: false }
  }

  showMessageBoxSync(...given: [MessageOptions] | [object, MessageOptions]): number {
    return this.#cancelled(given)
  }

  showErrorBox(title: string, content: string): void {
    console.error(`[chromium-shell] ${title}: ${content}`)
  }

  #cancelled(given: [MessageOptions] | [object, MessageOptions]): number {
    const options = given.length === 2 ? given[1] : given[0]
    tell(`message: ${options.message}`)
    return options.cancelId ?? 0
  }
}

function tell(what: string): void {
  console.error(`[chromium-shell] a dialog was cancelled, nobody can see it (${what})`)
}

/** Electron's `dialog`. */
export const dialog = new Dialog()
