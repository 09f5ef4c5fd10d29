import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BackupList } from '#shared/contract/operations/backups.ts'
import type { FilePurposeName } from '#shared/files/file-purposes.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** The backups there are and the places they go to. */
export function useBackups() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.backups, queryFn: () => api.backups.list() })
}

/** Lets a file or folder be chosen in the system's dialog; null where that was cancelled. */
export function useChosen() {
  const api = useApi()
  return async (purpose: FilePurposeName): Promise<{ token: string; name: string } | null> => {
    const chosen = await api.files.choose({ purpose })
    return chosen.kind === 'chosen' ? chosen : null
  }
}

/** What changes the list: the new one takes the place of the old. */
export function useChangeOfBackups(change: () => Promise<BackupList | null>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (list) => {
      if (list) queryClient.setQueryData(queryKeys.backups, list)
      return queryClient.invalidateQueries({ queryKey: queryKeys.backupStatus })
    },
  })
}
