import { useEffect } from 'react'
import { useRouter } from '@tanstack/react-router'
import { clientIdSchema } from '#shared/records/ids.ts'
import { useApi } from '../lib/app-context.ts'

/** Records in the audit log that a page is printed, and of which client if any. */
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
