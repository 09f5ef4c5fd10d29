import { useEffect } from 'react'
import { useRouter } from '@tanstack/react-router'
import { clientIdSchema } from '#shared/records/ids.ts'
import { useApi } from '../lib/app-context.ts'

/** Has it noted that a page is being printed, and of which client if it is a client's. */
export function usePrintNote(): void {
  const api = useApi()
  const router = useRouter()
  useEffect(() => {
    const note = (): void => {
      const [, id] = /^\/clients\/([^/]+)/.exec(router.state.location.pathname) ?? []
      const { data: clientId = null } = clientIdSchema.safeParse(id)
      void api.audit.notePrinted({ clientId }).catch(() => undefined)
    }
    window.addEventListener('beforeprint', note)
    return () => window.removeEventListener('beforeprint', note)
  }, [api, router])
}
