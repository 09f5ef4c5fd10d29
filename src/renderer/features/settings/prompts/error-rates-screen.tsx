import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { errorRates } from '#shared/prompts/error-rates.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Reader } from '#renderer/ui/reader.tsx'
import { Table } from '#renderer/ui/table.tsx'

const explained = ['regression', 'ceiling', 'looks', 'curves'] as const

type Row = (typeof errorRates)['questionnaires'][number]

/** Says how often each statement of the app is wrong, from simulated clients, and why that is so. */
export function ErrorRatesScreen() {
  const { t } = useTranslation()
  const rules = useAsk('prompts.rules')
  const titles = new Map(rules.data?.map(({ id, title }) => [id, title]))
  const { perSession, shareTrueInMixed, largeRupturesFound, crossings } = errorRates
  const percent = (share: number) => t('prompts.errors.percent', { share })
  const shareTrue = ({ shareTrue: share }: Row) =>
    share === null ? t('prompts.errors.noPrompt') : percent(share)
  const repeating = errorRates.rules.filter(({ kind }) => kind === 'repeats-notes')
  const columns = (names: 'ratings' | 'questionnaires') => [
    {
      id: 'rule',
      header: t('prompts.errors.rule'),
      cell: ({ ruleId }: Row) => titles.get(ruleId) ?? ruleId,
      isRowHeader: true,
    },
    ...(['stable', 'varying', 'mixed'] as const).map((id) => ({
      id,
      header: t(`prompts.errors.${names}.${id}`),
      cell: (row: Row) => t('prompts.errors.number', { value: row[id] }),
      align: 'end' as const,
    })),
    { id: 'true', header: t('prompts.errors.shareTrue'), cell: shareTrue, align: 'end' as const },
  ]
  return (
    <Page title={t('prompts.errors.title')} subtitle={t('prompts.errors.subtitle')}>
      <BackLink to="/settings">{t('prompts.rules.back')}</BackLink>
      <Reader>
        <h2>{t('prompts.errors.prompts.title')}</h2>
        <p>{t('prompts.errors.prompts.about', perSession)}</p>
        <p>
          {t('prompts.errors.prompts.mixed', {
            mixed: perSession.mixed,
            correct: shareTrueInMixed,
            found: largeRupturesFound,
          })}
        </p>
      </Reader>
      <FailureNotice failure={rules.error} onRetry={() => void rules.refetch()} />
      {rules.isPending ? (
        <Loading label={t('prompts.rules.loading')} />
      ) : (
        <>
          <Table
            caption={t('prompts.errors.ratings.caption')}
            columns={columns('ratings')}
            rows={errorRates.rules.filter(({ kind }) => kind === 'simulated')}
            rowId={({ ruleId }) => ruleId}
          />
          <Table
            caption={t('prompts.errors.questionnaires.caption')}
            columns={columns('questionnaires')}
            rows={errorRates.questionnaires}
            rowId={({ ruleId }) => ruleId}
          />
          <Reader>
            <p>{t('prompts.errors.repeatsNotes')}</p>
            <ul>
              {repeating.map(({ ruleId }) => (
                <li key={ruleId}>{titles.get(ruleId) ?? ruleId}</li>
              ))}
            </ul>
            <p>
              {t('prompts.errors.notSimulated', {
                rules: errorRates.rules
                  .filter(({ kind }) => kind === 'not-simulated')
                  .map(({ ruleId }) => titles.get(ruleId) ?? ruleId),
              })}
            </p>
          </Reader>
        </>
      )}
      <Reader>
        <h2>{t('prompts.errors.falls.title')}</h2>
        <p>{t('prompts.errors.falls.about')}</p>
        <h2>{t('prompts.errors.change.title')}</h2>
        <p>{t('prompts.errors.change.about')}</p>
        <ul>
          {crossings.map(({ points, error, in12Weeks, in20Weeks }) => (
            <li key={`${String(points)} ${String(error)}`}>
              {t('prompts.errors.change.crossing', { points, error, in12Weeks, in20Weeks })}
            </li>
          ))}
        </ul>
        {explained.map((part) => (
          <Fragment key={part}>
            <h2>{t(`prompts.errors.${part}.title`)}</h2>
            <p>{t(`prompts.errors.${part}.about`)}</p>
          </Fragment>
        ))}
      </Reader>
    </Page>
  )
}
