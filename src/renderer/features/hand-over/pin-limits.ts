/** How many digits a PIN has. The contract says the same in schemas, which the client's form does not carry. */
export const pinLimits = { least: 4, most: 8 } as const
