import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import styles from './text-link.module.css'

/**
 * A link inside text. With `href` it opens that address; with `onPress` it calls back, for example to ask main to
 * open a DOI.
 */
export function TextLink({
  children,
  href,
  onPress,
}: {
  children: ReactNode
  href?: string | undefined
  onPress?: (() => void) | undefined
}) {
  return (
    <Link
      className={styles['link'] ?? ''}
      {...(href === undefined ? {} : { href })}
      {...(onPress === undefined ? {} : { onPress: () => onPress() })}
    >
      {children}
    </Link>
  )
}
