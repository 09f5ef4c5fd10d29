import { useEffect } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { commandForKey, type CommandId } from '#shared/commands/commands.ts'
import { useAbout, useApi, useEvents } from '../lib/app-context.ts'

/** Runs the app's commands from the menu and from their shortcuts. */
export function useCommands(): void {
  const api = useApi()
  const events = useEvents()
  const navigate = useNavigate()
  const { platform } = useAbout()

  useEffect(() => {
    const run = (command: CommandId): void => {
      switch (command) {
        case 'lock':
          return void api.lock.now()
        case 'print':
          return window.print()
        case 'log-session':
          return void navigate({ to: '/log' })
        case 'new-client':
          return void navigate({ to: '/clients/new' })
        case 'settings':
          return void navigate({ to: '/settings' })
        case 'about':
          return void navigate({ to: '/about' })
        case 'go-today':
          return void navigate({ to: '/' })
        case 'go-clients':
          return void navigate({ to: '/clients' })
        case 'go-wellbeing':
          return void navigate({ to: '/wellbeing' })
        case 'go-evidence':
        case 'search-evidence':
          return void navigate({
            to: '/evidence',
            ...(command === 'search-evidence' ? { hash: 'search' } : {}),
          })
      }
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = commandForKey(event, platform)
      if (!command) return
      event.preventDefault()
      run(command)
    }
    window.addEventListener('keydown', onKeyDown)
    const stop = events.subscribe((event) => {
      if (event.name === 'command') run(event.command)
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [api, events, navigate, platform])
}
