import './lib/zod-without-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startI18n } from './lib/i18n.ts'
import { createApi } from './lib/api.ts'
import { connectEvents } from './lib/events.ts'
import { refuseDrops } from './lib/file-drops.ts'
import { ignoreComposingKeys } from './lib/ignore-composing-keys.ts'

/** Shows the app in the page. `call` asks an operation and resolves with its parsed answer. */
export function showApp(call: (path: string, input: unknown) => Promise<unknown>): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root')
  ignoreComposingKeys(window)
  refuseDrops(window)
  startI18n()
  createRoot(root).render(<App api={createApi(call)} events={connectEvents(window.attune.onEvent)} />)
}
