import { useTranslation } from 'react-i18next'
import type { About } from '#shared/contract/operations/app.ts'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import styles from './about.module.css'

/** Lists the programs that run Attune with their versions, and warns if the stand-in for Electron is one of them. */
export function RuntimeCard({ about: { runtime, platform } }: { about: About }) {
  const { t } = useTranslation()
  const isShell = runtime.kind === 'chromium-shell'
  const unknown = t('about.runtime.unknown')
  const facts = [
    [t('about.runtime.kind'), isShell ? t('about.runtime.shellName') : t('about.runtime.electronName')],
    [
      isShell ? t('about.runtime.shellVersion') : t('about.runtime.electronVersion'),
      runtime.electron || unknown,
    ],
    [t('about.runtime.chromium'), runtime.chromium || unknown],
    [t('about.runtime.node'), runtime.node || unknown],
    [t('about.runtime.system'), t(`about.runtime.${platform}`)],
  ] as const
  return (
    <Card title={t('about.runtime.title')}>
      <p>{isShell ? t('about.runtime.shell') : t('about.runtime.electron')}</p>
      <dl className={stackClass({ gap: 8 })}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
