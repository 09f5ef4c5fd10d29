import { useEffect } from 'react'
import { useApi } from '../lib/app-context.ts'
import { textCommandsAt } from '../ui/text-commands.ts'

/**
 * Opens the system's menu for the text where the user asks for a menu, by mouse or by key. Every other menu of the
 * browser stays away. What has a menu of its own prevents the event first.
 */
export function useTextMenu(): void {
  const api = useApi()
  useEffect(() => {
    const show = (event: MouseEvent): void => {
      if (event.defaultPrevented) return
      event.preventDefault()
      const commands = event.target instanceof Element ? textCommandsAt(event.target) : []
      if (commands.length === 0) return
      const [x, y] = [event.clientX, event.clientY].map((at) => Math.max(0, Math.round(at)))
      // While Attune locks, main refuses.
      void api.app.showTextMenu({ commands: [...commands], x: x ?? 0, y: y ?? 0 }).catch(() => undefined)
    }
    document.addEventListener('contextmenu', show)
    return () => document.removeEventListener('contextmenu', show)
  }, [api])
}
