import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '#shared/settings/settings.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Saves a change of the settings at once; changes are saved one after the other, so that the last one counts. */
export function useSaveSettings() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: Partial<Settings>) => api.settings.update(change),
    scope: { id: 'settings' },
    onSuccess: (saved) => queryClient.setQueryData(queryKeys.settings, saved),
  })
}

export type SaveSettings = ReturnType<typeof useSaveSettings>
