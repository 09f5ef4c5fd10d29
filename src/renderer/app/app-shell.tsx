import { lazy, Suspense, useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ChangePath } from '#shared/contract/contract.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { PickContext, useApi } from '../lib/app-context.ts'
import { useTurnOfDay } from '../lib/use-today.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { DropNote } from './drop-note.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Notices } from './notices.tsx'
import { PickedNotice } from './picked-notice.tsx'
import { useCommands, type Opened } from './use-commands.ts'
import { usePicking } from './use-picking.ts'
import { askForClients, useAskOnTheWay, usePreload } from './load-in-idle-time.ts'
import styles from './app-shell.module.css'

const places = [
  { to: '/', icon: 'calendar', label: 'app.today' },
  { to: '/clients', icon: 'people', label: 'app.clients' },
  { to: '/evidence', icon: 'book', label: 'app.evidence' },
  { to: '/supervision', icon: 'bubble', label: 'app.supervision' },
  { to: '/wellbeing', icon: 'person', label: 'app.wellbeing' },
  { to: '/practice', icon: 'chart', label: 'app.practice' },
] as const satisfies readonly { to: string; icon: IconName; label: string }[]

const lowerPlaces = [
  { to: '/settings', icon: 'gear', label: 'app.settings' },
  { to: '/about', icon: 'info', label: 'app.about' },
] as const satisfies readonly { to: string; icon: IconName; label: string }[]

// What a key opens is loaded when it is first asked for.
const GoToDialog = lazy(async () => ({ default: (await import('./go-to/go-to-dialog.tsx')).GoToDialog }))
const FindBar = lazy(async () => ({ default: (await import('./find-in-page/find-bar.tsx')).FindBar }))
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./shortcuts/shortcuts-dialog.tsx')).ShortcutsDialog,
}))

/** The frame around every screen of the unlocked app: navigation, the lock button, and the screen itself. */
export function AppShell() {
  const { t } = useTranslation()
  const api = useApi()
  const picking = usePicking()
  const over = useOpened()
  const run = useCommands(picking.pick, over.open)
  usePrintNote()
  usePreload()
  useAskOnTheWay()
  useTurnOfDay()
  return (
    <div className={styles['shell']}>
      <nav className={styles['side']} aria-label={t('app.screens')}>
        <p className={styles['name']}>{t('app.name')}</p>
        <Places places={places} />
        <div className={styles['lower']}>
          <Places places={lowerPlaces} />
          <button type="button" className={styles['place']} onClick={() => void api.lock.now()}>
            <Icon name="lock" size={20} />
            {t('app.lock')}
          </button>
        </div>
      </nav>
      <main className={styles['main']}>
        <Notices />
        <ErrorBoundary>
          <Suspense fallback={<Loading label={t('app.loading')} />}>
            <PickContext value={picking.pick}>
              <Outlet />
            </PickContext>
          </Suspense>
        </ErrorBoundary>
      </main>
      <PickedNotice picking={picking} />
      <DropNote />
      <Suspense>
        {over.opened === 'go-to' ? <GoToDialog onClose={over.close} run={run} /> : null}
        {over.opened === 'find-in-page' ? <FindBar asked={over.asked} onClose={over.close} /> : null}
        {over.opened === 'shortcuts' ? <ShortcutsDialog onClose={over.close} /> : null}
      </Suspense>
    </div>
  )
}

/** What a command opened over the screen, and how often one was asked for. Another screen closes it. */
function useOpened() {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [asked, setAsked] = useState(0)
  const { pathname } = useLocation()
  const [openedAt, setOpenedAt] = useState(pathname)
  return {
    opened: openedAt === pathname ? opened : null,
    asked,
    open: (what: Opened): void => {
      // A dialog keeps the focus, and what it asks comes first.
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return
      setOpened(what)
      setOpenedAt(pathname)
      setAsked((times) => times + 1)
    },
    close: (): void => setOpened(null),
  }
}

function Places({ places: listed }: { places: typeof places | typeof lowerPlaces }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  // A change makes the answers stale, and the pointer or the focus comes before the click.
  const askAhead = (): void => askForClients(queryClient)
  return (
    <ul className={styles['places']}>
      {listed.map(({ to, icon, label }) => (
        <li key={to}>
          <Link
            to={to}
            className={styles['place'] ?? ''}
            activeOptions={{ exact: to === '/' }}
            {...(to === '/clients' && { onPointerEnter: askAhead, onFocus: askAhead })}
          >
            <Icon name={icon} size={20} />
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/**
 * Records in the audit log that a page is printed, and of which client if any. A report that is saved is printed too, but
 * has an entry of its own.
 */
function usePrintNote(): void {
  const api = useApi()
  const queryClient = useQueryClient()
  const router = useRouter()
  useEffect(() => {
    const note = (): void => {
      if (queryClient.isMutating({ mutationKey: ['reports.save' satisfies ChangePath] }) > 0) return
      const [, id] = /^\/clients\/([^/]+)/.exec(router.state.location.pathname) ?? []
      const { data: clientId = null } = clientIdSchema.safeParse(id)
      void api.audit.notePrinted({ clientId }).catch(() => undefined)
    }
    window.addEventListener('beforeprint', note)
    return () => window.removeEventListener('beforeprint', note)
  }, [api, queryClient, router])
}
