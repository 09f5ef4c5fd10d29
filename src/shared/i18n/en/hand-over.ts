export const handOver = {} as const
