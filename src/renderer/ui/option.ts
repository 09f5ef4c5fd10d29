/** One answer to choose: the value that is stored, the words that are shown. */
export type Option<Value extends string = string> = {
  value: Value
  label: string
  description?: string | undefined
  isDisabled?: boolean | undefined
}
