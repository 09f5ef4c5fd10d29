import './lib/zod-without-eval.ts'
import './styles/index.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startI18n } from './lib/i18n.ts'
import { createApi } from './lib/api.ts'
import { connectEvents } from './lib/events.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
const callBridge = async (path: string, input: unknown): Promise<unknown> =>
  JSON.parse(await window.attune.call(path, input))

startI18n()
createRoot(root).render(<App api={createApi(callBridge)} events={connectEvents(window.attune.onEvent)} />)
