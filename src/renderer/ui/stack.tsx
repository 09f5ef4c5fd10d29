import type { ReactNode } from 'react'
import { stackClass } from './stack-class.ts'
import type { StackLayout } from './stack-class.ts'

/** Stacks children with one of the design's spaces between them. Rows wrap. */
export function Stack({ children, ...layout }: StackLayout & { children: ReactNode }) {
  return <div className={stackClass(layout)}>{children}</div>
}
