import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { comparedViews, type BothViews, type SeenTogether } from '#shared/overview/seen-together.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { DotPlot } from '#renderer/parts/dot-plot.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ClientPage } from './client-page.tsx'
import { WayBack } from './way-back.tsx'
import styles from './hand-over.module.css'

/** The pages that client and therapist look at together: the question whether the client wants to, then both views. */
export function TogetherPages({ seen, onAnswered }: { seen: SeenTogether; onAnswered: () => void }) {
  const { t } = useTranslation()
  if (seen.answer === null) return <AskPage onAnswered={onAnswered} />
  if (seen.answer === 'yes') return <BothViewsPage views={seen.views} />
  return (
    <ClientPage
      key="no"
      title={t('together.no.title')}
      corner={null}
      foot={<WayBack label={t('handOver.thanks.therapist')} kind="primary" text={t('together.wayBack')} />}
    >
      <p className={styles['words']}>{t('handOver.thanks.text')}</p>
    </ClientPage>
  )
}

/** Asks the client first. Nothing of either view is on the page, nor in its memory. */
function AskPage({ onAnswered }: { onAnswered: () => void }) {
  const { t } = useTranslation()
  const agreeing = useChange('handOver.agree', { onSuccess: onAnswered })
  const { isPending } = agreeing
  return (
    <ClientPage
      key="ask"
      title={t('together.ask.title')}
      corner={<WayBack label={t('handOver.wayBack.open')} kind="quiet" text={t('together.wayBack')} />}
      foot={
        <>
          <Button size="client" isDisabled={isPending} onPress={() => agreeing.mutate({ agrees: false })}>
            {t('together.ask.no')}
          </Button>
          <Button
            kind="primary"
            size="client"
            isDisabled={isPending}
            onPress={() => agreeing.mutate({ agrees: true })}
          >
            {t('together.ask.yes')}
          </Button>
        </>
      }
    >
      <div className={styles['words']}>
        <p>{t('together.ask.text')}</p>
        <p>{t('together.ask.free')}</p>
      </div>
      <FailureNotice failure={agreeing.error} />
    </ClientPage>
  )
}

/** Both views of the session on one scale, what they come to in plain words, and one question. */
function BothViewsPage({ views }: { views: readonly BothViews[] }) {
  const { t } = useTranslation()
  const { said, question } = wordsOf(views, t)
  return (
    <ClientPage
      key="views"
      title={t('together.views.title')}
      corner={null}
      foot={<WayBack label={t('handOver.thanks.therapist')} kind="primary" text={t('together.wayBack')} />}
    >
      <div className={styles['words']}>
        <p>{said}</p>
        <p className={styles['question']}>{question}</p>
      </div>
      <p className={styles['key']}>
        {t('together.views.key', { minimum: views[0]?.minimum ?? 0, maximum: views[0]?.maximum ?? 0 })}
      </p>
      <ul className={styles['views']}>
        {views.map(({ id, text, minimum, maximum, low, high, client, therapist }) => (
          <li key={id}>
            <p className={styles['viewed']}>{text}</p>
            <DotPlot item={{ minimum, maximum, client, therapist }} size="large" />
            <p className={styles['ends']} aria-hidden="true">
              <span>{low}</span>
              <span>{high}</span>
            </p>
            <p>{t('together.views.both', { client, therapist })}</p>
          </li>
        ))}
      </ul>
    </ClientPage>
  )
}

function wordsOf(views: readonly BothViews[], t: TFunction): { said: string; question: string } {
  const compared = comparedViews(views)
  if (compared.kind !== 'apart')
    return { said: t(`together.said.${compared.kind}`), question: t('together.question.alike') }
  const { gap, widest } = compared
  const named = widest.map(({ text, client, therapist }) =>
    t('together.said.named', { item: text, client, therapist }),
  )
  return {
    said: named.length === 0 ? t('together.said.several', { gap }) : t('together.said.apart', { named }),
    question: t('together.question.apart'),
  }
}
