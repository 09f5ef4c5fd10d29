import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { designSchema } from '#shared/evidence/effect.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Reader } from '#renderer/ui/reader.tsx'
import { BackRow } from './back-row.tsx'
import styles from './article.module.css'

const otherParts = ['size', 'read', 'directness', 'isNot'] as const

/** Explains the strength of evidence: the order of kinds of study, the meaning of size, and the limits of both. */
export function StrengthScreen() {
  const { t } = useTranslation()
  const kinds = designSchema.options
    .map((design) => ({ design, ...strengthOf({ design, sample: {} }) }))
    .toSorted((one, other) => other.order - one.order)
  return (
    <>
      <BackRow />
      <Page title={t('evidence.strength.title')} subtitle={t('evidence.strength.subtitle')} width="narrow">
        <Reader>
          <h2>{t('evidence.strength.order.title')}</h2>
          <p>{t('evidence.strength.order.about')}</p>
          <ol className={styles['kinds']}>
            {kinds.map(({ design, words }) => (
              <li key={design}>
                <strong>{words}</strong>
                <br />
                {t(`evidence.strength.order.${design}`)}
              </li>
            ))}
          </ol>
          {otherParts.map((part) => (
            <Fragment key={part}>
              <h2>{t(`evidence.strength.${part}.title`)}</h2>
              <p>{t(`evidence.strength.${part}.about`)}</p>
            </Fragment>
          ))}
        </Reader>
      </Page>
    </>
  )
}
