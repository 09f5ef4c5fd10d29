/** The arguments the shell was started with, before whoever drives it takes its own away from `process.argv`. */
export const givenArguments: readonly string[] = process.argv.slice(2)
