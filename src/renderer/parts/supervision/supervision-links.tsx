import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './supervision-links.module.css'

const places = [
  { to: '/supervision', label: 'supervision.links.agenda' },
  { to: '/supervision/share', label: 'supervision.links.share' },
  { to: '/supervision/people', label: 'supervision.links.people' },
  { to: '/supervision/review', label: 'supervision.links.review' },
] as const

/** The screens of supervision, in a row below the heading of each. */
export function SupervisionLinks() {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('supervision.links.label')} data-screen-only="">
      <ul className={styles['links']}>
        {places.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} className={styles['link'] ?? ''} activeOptions={{ exact: true }}>
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
