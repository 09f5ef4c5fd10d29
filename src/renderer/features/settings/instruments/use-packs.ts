import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PackListItem } from '#shared/contract/operations/packs.ts'
import type { FhirChoices } from '#shared/instruments/packs/index.ts'
import { useApi } from '#renderer/lib/app-context.ts'

/** A file that was read: its name, and its text for importing it. */
export interface PackFile {
  /** Tells two readings apart, also of the same file. */
  readonly id: string
  readonly name: string
  readonly text: string
}

/** What can be done with a kept instrument. */
export const packActions = ['retire', 'offerAgain', 'remove'] as const
export type PackAction = (typeof packActions)[number]

/** Every version of every instrument. */
export function usePacks() {
  const api = useApi()
  return useQuery({ queryKey: ['packs'], queryFn: () => api.packs.list() })
}

/** Under which version a readable file would be kept, asked of the vault, which knows what it has. */
export function useNextVersion({ id, text }: PackFile, choices: FhirChoices | undefined) {
  const api = useApi()
  return useQuery({
    queryKey: ['pack-preview', id, choices ?? null],
    queryFn: async () => (await api.packs.preview({ text, choices })).next,
    gcTime: 0,
  })
}

/** Imports a file that was looked at. */
export function useImportPack() {
  const api = useApi()
  const packsChanged = usePacksChanged()
  return useMutation({
    mutationFn: ({ file, choices }: { file: PackFile; choices: FhirChoices | undefined }) =>
      api.packs.import({ text: file.text, choices }),
    onSuccess: packsChanged,
  })
}

/** Retires an instrument, offers it again or removes it. */
export function usePackAction() {
  const api = useApi()
  const packsChanged = usePacksChanged()
  return useMutation({
    mutationFn: async ({ action, pack }: { action: PackAction; pack: PackListItem }): Promise<void> => {
      const { id, version } = pack.instrument
      await api.packs[action]({ id, version })
    },
    onSuccess: packsChanged,
  })
}

/** Forms on offer are part of many answers, so all of them are asked for again. */
function usePacksChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries()
}
