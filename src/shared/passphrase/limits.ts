// Apart from the contract's schemas, which the screens do not carry.

/** The shortest passphrase, in characters after NFC normalisation, and the longest that is read. */
export const shortestPassphrase = 12
export const longestPassphrase = 1_000

/** The fewest and the most digits of a PIN. */
export const shortestPin = 4
export const longestPin = 8
