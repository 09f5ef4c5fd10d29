import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { joinClasses } from './join-classes.ts'
import styles from './tag.module.css'

/** The kind of a tag; the colour is a second sign beside the word. */
export type TagKind = 'plain' | 'rupture' | 'repair' | 'missing' | 'risk' | 'sample'

/** A word or two about a thing. Not a button. */
export function Tag({
  kind = 'plain',
  icon,
  children,
}: {
  kind?: TagKind
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={joinClasses(styles['tag'], styles[kind])}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      {children}
    </span>
  )
}
