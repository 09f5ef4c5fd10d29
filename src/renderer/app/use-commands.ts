import { useEffect, useEffectEvent } from 'react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { commandForKey, type CommandId } from '#shared/commands/commands.ts'
import { clientIdSchema, type ClientId } from '#shared/records/ids.ts'
import { useAbout, useApi, useEvents } from '../lib/app-context.ts'

/** What a command opens over the screen. */
export type Opened = 'go-to' | 'find-in-page' | 'shortcuts'

/** The places that commands go to. */
const places = {
  'new-client': { to: '/clients/new' },
  settings: { to: '/settings' },
  about: { to: '/about' },
  'go-today': { to: '/' },
  'go-clients': { to: '/clients' },
  'go-wellbeing': { to: '/wellbeing' },
  'go-practice': { to: '/practice' },
  'go-supervision': { to: '/supervision' },
  'go-evidence': { to: '/evidence' },
  'search-evidence': { to: '/evidence', hash: 'search' },
} as const satisfies Record<
  Exclude<
    CommandId,
    'lock' | 'print' | 'report' | 'log-session' | 'to-supervision' | 'back' | 'forward' | Opened
  >,
  { to: string; hash?: string }
>

/** The client whose screen is open; undefined if none is. */
function openClientAt(pathname: string): ClientId | undefined {
  const [, id] = /^\/clients\/([^/]+)/.exec(pathname) ?? []
  return clientIdSchema.safeParse(id).data
}

/** The report on the client whose screen is open; the list of clients if none is. */
function reportPlace(pathname: string) {
  const clientId = openClientAt(pathname)
  return clientId === undefined
    ? ({ to: '/clients' } as const)
    : ({ to: '/clients/$clientId/report', params: { clientId } } as const)
}

/** A new session with the client whose screen is open; the choice of a client if none is. */
function logPlace(pathname: string) {
  const clientId = openClientAt(pathname)
  return clientId === undefined
    ? ({ to: '/log' } as const)
    : ({ to: '/log/new/$clientId', params: { clientId } } as const)
}

/**
 * Runs the app's commands from the menu and from their shortcuts, and gives the function that runs one. `pick` puts what
 * is on the screen on the agenda of supervision; it returns whether there is something to put there. `open` shows
 * something over the screen.
 */
export function useCommands(
  pick: (pathname: string) => boolean,
  open: (what: Opened) => void,
): (command: CommandId) => void {
  const api = useApi()
  const events = useEvents()
  const navigate = useNavigate()
  const router = useRouter()
  const { platform } = useAbout()

  const run = (command: CommandId): void => {
    const { pathname } = router.state.location
    if (command === 'lock') return void api.lock.now()
    if (command === 'print') return window.print()
    if (command === 'report') return void navigate(reportPlace(pathname))
    if (command === 'log-session') return void navigate(logPlace(pathname))
    if (command === 'back') return router.history.back()
    if (command === 'forward') return router.history.forward()
    if (command === 'go-to' || command === 'find-in-page' || command === 'shortcuts') return open(command)
    if (command === 'to-supervision') {
      if (!pick(pathname)) void navigate({ to: '/supervision' })
      return
    }
    void navigate(places[command])
  }
  const runNow = useEffectEvent(run)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = commandForKey(event, platform)
      if (!command) return
      event.preventDefault()
      runNow(command)
    }
    window.addEventListener('keydown', onKeyDown)
    const stop = events.subscribe((event) => {
      if (event.name === 'command') runNow(event.command)
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [events, platform])
  return run
}
