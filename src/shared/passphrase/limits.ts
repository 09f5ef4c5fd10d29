// Not beside the contract's schemas, because the screens do not load those.

/** The shortest and longest passphrase, in characters after NFC normalisation. */
export const shortestPassphrase = 12
export const longestPassphrase = 1_000

/** The fewest and the most digits of a PIN. */
export const shortestPin = 4
export const longestPin = 8
