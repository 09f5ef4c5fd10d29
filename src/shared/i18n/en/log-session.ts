export const logSession = {} as const
