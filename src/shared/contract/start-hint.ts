/** In the address of a window's first page if a vault very probably waits for its passphrase. */
export const startHint = 'awaits-passphrase'
