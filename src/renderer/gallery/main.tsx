import '../styles/index.css'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import type { About } from '#shared/contract/operations/app.ts'
import type { Result } from '#shared/contract/result.ts'
import { createApi } from '#renderer/lib/api.ts'
import { AboutContext, AppContext } from '#renderer/lib/app-context.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { createQueryClient } from '#renderer/lib/query-client.ts'
import { GalleryPage } from './gallery-page.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

/** There is no vault here. A picture can be copied; a file is never chosen; nothing else is answered. */
const answers: Readonly<Record<string, Result>> = {
  'app.noteCopied': { ok: true, value: undefined },
  'exports.noteChartCopied': { ok: true, value: undefined },
  'files.choose': { ok: true, value: { kind: 'cancelled' } },
}
const unanswered: Result = { ok: false, code: 'not-available', places: [] }
const api = createApi((path) => Promise.resolve(answers[path] ?? unanswered))

const about: About = {
  name: 'Attune',
  version: '0.0.0',
  runtime: { kind: 'electron', electron: '0', chromium: '0', node: '0' },
  platform: 'linux',
  dataFolder: '/gallery',
  locale: navigator.language,
}

startI18n()
createRoot(root).render(
  <AppContext value={{ api, events: { subscribe: () => () => undefined } }}>
    <QueryClientProvider client={createQueryClient(api)}>
      <AboutContext value={about}>
        <main>
          <GalleryPage />
        </main>
      </AboutContext>
    </QueryClientProvider>
  </AppContext>,
)
