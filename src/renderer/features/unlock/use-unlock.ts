import { useChange, useTakeStatus } from '#renderer/lib/change.ts'

/** Unlocks with a passphrase and notifies the rest of the app. */
export function useUnlock(onError: (failure: unknown) => void) {
  return useChange('vault.unlock', { onSuccess: useTakeStatus(), onError })
}

export type Unlock = ReturnType<typeof useUnlock>
