import { Guarded } from './guard.ts'
import { unseenChoice, type ChoiceOptions } from './unseen-choice.ts'

type MessageOptions = {
  title?: string
  message: string
  detail?: string
  cancelId?: number
  defaultId?: number
}

type Given<Options> = [Options] | [object, Options]

/**
 * `dialog`: nobody can see a dialog of the shell's. One for files answers with the suggested path where that lies in
 * the user's documents or downloads, any other as if it had been cancelled; each is said on the console. Tests
 * replace the functions to answer otherwise.
 */
class Dialog extends Guarded {
  constructor() {
    super('dialog')
  }

  async showOpenDialog(...given: Given<ChoiceOptions>): Promise<{ canceled: boolean; filePaths: string[] }> {
    const path = choose('open', 'showOpenDialog', given)
    return { canceled: path === null, filePaths: path === null ? [] : [path] }
  }

  showOpenDialogSync(...given: Given<ChoiceOptions>): string[] | undefined {
    const path = choose('open', 'showOpenDialogSync', given)
    return path === null ? undefined : [path]
  }

  async showSaveDialog(...given: Given<ChoiceOptions>): Promise<{ canceled: boolean; filePath: string }> {
    const path = choose('save', 'showSaveDialog', given)
    return { canceled: path === null, filePath: path ?? '' }
  }

  showSaveDialogSync(...given: Given<ChoiceOptions>): string {
    return choose('save', 'showSaveDialogSync', given) ?? ''
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

function choose(kind: 'save' | 'open', name: string, given: Given<ChoiceOptions>): string | null {
  // The window may be left out; then the options come first.
  const path = unseenChoice(kind, given.length === 2 ? given[1] : given[0])
  if (path === null) tell(name)
  else console.error(`[chromium-shell] ${name} was answered with ${path}, nobody can see it`)
  return path
}

function tell(what: string): void {
  console.error(`[chromium-shell] a dialog was cancelled, nobody can see it (${what})`)
}

/** Electron's `dialog`. */
export const dialog = new Dialog()
