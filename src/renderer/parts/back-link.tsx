import type { ComponentProps } from 'react'
import { createLink } from '@tanstack/react-router'
import { buttonClass } from '../ui/button-class.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './back-link.module.css'

/** A quiet link below the heading, to the screen above this one. */
export const BackLink = createLink(function Back({ children, ...link }: ComponentProps<'a'>) {
  return (
    <p className={styles['back']}>
      {/* The address above counts as active, but its screen is not the current one. */}
      <a {...link} aria-current={undefined} className={buttonClass({ kind: 'quiet' })}>
        <Icon name="chevron-left" />
        {children}
      </a>
    </p>
  )
})
