/** One answer to choose: the stored value and the words on screen. */
export type Option<Value extends string = string> = {
  value: Value
  label: string
  description?: string | undefined
  isDisabled?: boolean | undefined
}
