import { useQueryClient } from '@tanstack/react-query'
import type { BackupList } from '#shared/contract/operations/backups.ts'
import type { FilePurposeName } from '#shared/files/file-purposes.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { question } from '#renderer/lib/ask.ts'

/** Lets the user choose a file or folder in the system's dialog. Gives null if the user cancels. */
export function useChosen() {
  const api = useApi()
  return async (purpose: FilePurposeName): Promise<{ token: string; name: string } | null> => {
    const chosen = await api.files.choose({ purpose })
    return chosen.kind === 'chosen' ? chosen : null
  }
}

/** Replaces the list on screen with the one that a change returned. */
export function useTakeBackups() {
  const queryClient = useQueryClient()
  return (list: BackupList | null): void => {
    if (list) queryClient.setQueryData(question('backups.list').queryKey, list)
  }
}
