import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import {
  foresightMeasures,
  leastForesights,
  simulatedFalseForesight,
  type ForesightSum,
} from '#shared/foresight/foresight.ts'
import { simulatedCoverage } from '#shared/practice/practice.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { numberFormat } from '#renderer/lib/numbers.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/** What the therapist foresaw and missed over all clients. Renders nothing while it is switched off. */
export function ForesightCard() {
  const { t } = useTranslation()
  const setting = useAsk('foresight.get')
  // Reading every client's foresights takes longer, and is for nobody while it is off.
  if (setting.data?.isOn !== true) return null
  return (
    <Card title={t('foresight.sums.title')}>
      <Sums />
    </Card>
  )
}

const explanations = ['next', 'rating', 'unrated', 'silent', 'always', 'nearer'] as const

function Sums() {
  const { t } = useTranslation()
  const sums = useAsk('foresight.sums')
  return (
    <Loaded query={sums} loading={t('foresight.sums.loading')}>
      {(found) => (
        <Stack gap={16}>
          <p>
            {found.opened + found.sealed === 0
              ? t('foresight.sums.none')
              : t('foresight.sums.state', {
                  opened: t('foresight.sums.opened', { count: found.opened }),
                  sealed: t('foresight.sums.sealed', { count: found.sealed }),
                })}
          </p>
          {foresightMeasures.map((measure) => (
            <section key={measure} aria-label={t(`foresight.sums.measure.${measure}`)}>
              <h3>{t(`foresight.sums.measure.${measure}`)}</h3>
              <MeasureInWords sum={found[measure]} />
            </section>
          ))}
          <p className={common['note']}>
            {t('foresight.sums.private')}{' '}
            {t('foresight.sums.note', { coverage: simulatedCoverage.share, wrong: simulatedFalseForesight })}
          </p>
          <Disclosure title={t('foresight.sums.how.title')} level={3}>
            <ul className={common['bullets']}>
              {explanations.map((explanation) => (
                <li key={explanation}>{t(`foresight.sums.how.${explanation}`, leastForesights)}</li>
              ))}
            </ul>
          </Disclosure>
        </Stack>
      )}
    </Loaded>
  )
}

function MeasureInWords({ sum }: { sum: ForesightSum }) {
  const { t } = useTranslation()
  const { n, result } = sum
  const clients = t('practice.clients', { count: sum.clients })
  if (result === null) {
    const from = t('foresight.sums.from', {
      foresights: t('foresight.sums.foresights', { count: n }),
      clients,
    })
    return <p>{t('foresight.sums.silent', { from, missing: missingInWords(sum, t) })}</p>
  }
  const percent = numberFormat({ style: 'percent', maximumFractionDigits: 0 })
  const { hits, interval, commonest, outcomes, isMore } = result
  return (
    <Stack gap={8}>
      <p>
        {t('foresight.sums.hits', {
          hits,
          n,
          clients,
          share: percent.format(interval.value),
          low: percent.format(interval.low),
          high: percent.format(interval.high),
          commonest: t(`foresight.sums.names.${commonest.outcome}`),
          happened: commonest.happened,
        })}{' '}
        {t(isMore ? 'foresight.sums.more' : 'foresight.sums.notMore')}
      </p>
      <ul className={common['bullets']} aria-label={t('foresight.sums.outcomes')}>
        {outcomes.map(({ outcome, happened, foreseen }) => (
          <li key={outcome}>
            {t('foresight.sums.outcome', {
              outcome: t(`foresight.sums.names.${outcome}`),
              happened,
              foreseen,
              missed: happened - foreseen,
            })}
          </li>
        ))}
      </ul>
    </Stack>
  )
}

/** What is still missing for an answer. */
function missingInWords({ n, clients }: ForesightSum, t: TFunction): string {
  const missing = {
    foresights: Math.max(0, leastForesights.opened - n),
    clients: Math.max(0, leastForesights.clients - clients),
  }
  const foresights = t('foresight.sums.foresights', { count: missing.foresights })
  const ofClients = t('practice.clients', { count: missing.clients })
  if (missing.clients === 0) return foresights
  return missing.foresights === 0 ? ofClients : t('foresight.sums.and', { foresights, clients: ofClients })
}
