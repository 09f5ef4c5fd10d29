/** One step of the schema, forward only. Numbers are multiples of ten and are never reused. */
export interface Migration {
  readonly version: number
  readonly up: string
}
