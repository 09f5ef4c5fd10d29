import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { About } from '#shared/contract/operations/app.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { VaultCopiesNote } from '#renderer/parts/vault-copies-note.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './about.module.css'

/** Says what Attune is and is not, where the data is, and which parts it is made of. */
export function AboutScreen() {
  const { t } = useTranslation()
  const about = useAbout()
  return (
    <Page title={t('about.title')} subtitle={t('about.version', { version: about.version })} width="narrow">
      <p className={common['lead']}>{t('about.lead')}</p>
      <Card title={t('about.limits.title')}>
        <ul className={styles['points']}>
          <li>{t('about.limits.device')}</li>
          <li>{t('about.limits.validated')}</li>
          <li>{t('about.limits.published')}</li>
          <li>{t('about.limits.prompts')}</li>
          <li>{t('about.limits.reviewed')}</li>
        </ul>
      </Card>
      <Card title={t('about.privacy.title')}>
        <p>{t('about.privacy.network')}</p>
        <TextField
          label={t('about.privacy.folder')}
          description={t('about.privacy.folderNote')}
          value={about.dataFolder}
          onChange={() => undefined}
          isReadOnly
          spellCheck={false}
        />
        <VaultCopiesNote />
      </Card>
      <RuntimeCard about={about} />
      <Card title={t('about.sources.title')}>
        <p>{t('about.sources.evidence')}</p>
        <p>{t('about.sources.numbers')}</p>
        <div>
          <Link to="/evidence" className={buttonClass()}>
            {t('about.sources.open')}
          </Link>
        </div>
      </Card>
      <Card title={t('about.licences.title')}>
        <p>{t('about.licences.attune')}</p>
        <p>{t('about.licences.fonts')}</p>
        <p>{t('about.licences.instruments')}</p>
      </Card>
    </Page>
  )
}

/** Lists the programs that run Attune with their versions, and warns if the stand-in for Electron is one of them. */
function RuntimeCard({ about: { runtime, platform } }: { about: About }) {
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
