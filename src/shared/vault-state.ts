/** The state of the vault process: no key, only one client's form, or everything. */
export const vaultStates = ['locked', 'handOver', 'open'] as const
export type VaultState = (typeof vaultStates)[number]
