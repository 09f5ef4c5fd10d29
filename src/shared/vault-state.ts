/** What the vault process is doing: no key, one client's form only, or everything. */
export const vaultStates = ['locked', 'handOver', 'open'] as const
export type VaultState = (typeof vaultStates)[number]
