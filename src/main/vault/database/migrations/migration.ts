/** One step of the schema, forward only. Numbers go in tens and are never used again. */
export interface Migration {
  readonly version: number
  readonly up: string
}
