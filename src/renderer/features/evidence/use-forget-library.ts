import { useQueryClient } from '@tanstack/react-query'
import { evidenceKeys } from './evidence-keys.ts'

/** Has the library counted and searched anew: a summary was added, changed or removed. */
export function useForgetLibrary(): () => void {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.invalidateQueries({ queryKey: evidenceKeys.counts })
    void queryClient.invalidateQueries({ queryKey: evidenceKeys.searches })
  }
}
