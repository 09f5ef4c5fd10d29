import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './settings.module.css'

/** Links to the screens for rules, prompts and instruments. */
export function RulesAndInstrumentsCard() {
  const { t } = useTranslation()
  return (
    <LinkCard
      title={t('settings.rules.title')}
      places={(['rules', 'prompts', 'instruments'] as const).map((place) => ({
        place,
        name: t(`settings.rules.${place}`),
        note: t(`settings.rules.${place}Note`),
      }))}
    />
  )
}

/** Links to the screens for the audit log and for how long records are kept. */
export function RecordsCard() {
  const { t } = useTranslation()
  return (
    <LinkCard
      title={t('settings.records.title')}
      places={(['audit', 'retention'] as const).map((place) => ({
        place,
        name: t(`settings.records.${place}`),
        note: t(`settings.records.${place}Note`),
      }))}
    />
  )
}

function LinkCard({
  title,
  places,
}: {
  title: string
  places: readonly {
    place: 'rules' | 'prompts' | 'instruments' | 'audit' | 'retention'
    name: string
    note: string
  }[]
}) {
  return (
    <Card title={title}>
      <dl className={styles['links']}>
        {places.map(({ place, name, note }) => (
          <div key={place}>
            <dt>
              <Link to={`/settings/${place}`}>{name}</Link>
            </dt>
            <dd className={common['note']}>{note}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
