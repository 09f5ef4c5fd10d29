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

type Row = (typeof errorRates)['rules'][number]

/** Whether the invented clients have what the rule looks at. A rule about notes or questionnaires never speaks of them. */
const isSimulated = ({ stable, varying, mixed }: Row) => stable + varying + mixed > 0

/** Says how often each statement of the app is wrong, from simulated clients, and why that is so. */
export function ErrorRatesScreen() {
  const { t } = useTranslation()
  const rules = useAsk('prompts.rules')
  const titles = new Map(rules.data?.map(({ id, title }) => [id, title]))
  const { perSession, shareTrueInMixed, largeRupturesFound, crossings } = errorRates
  const percent = (share: number) => t('prompts.errors.percent', { share })
  const number = (row: Row, value: number) => (isSimulated(row) ? t('prompts.errors.number', { value }) : '–')
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
        <Table
          caption={t('prompts.errors.caption')}
          columns={[
            {
              id: 'rule',
              header: t('prompts.errors.rule'),
              cell: ({ ruleId }) => titles.get(ruleId) ?? ruleId,
              isRowHeader: true,
            },
            {
              id: 'stable',
              header: t('prompts.errors.stable'),
              cell: (row) => number(row, row.stable),
              align: 'end',
            },
            {
              id: 'varying',
              header: t('prompts.errors.varying'),
              cell: (row) => number(row, row.varying),
              align: 'end',
            },
            {
              id: 'mixed',
              header: t('prompts.errors.mixed'),
              cell: (row) => number(row, row.mixed),
              align: 'end',
            },
            {
              id: 'true',
              header: t('prompts.errors.shareTrue'),
              cell: (row) =>
                row.shareTrue === null
                  ? t(isSimulated(row) ? 'prompts.errors.noPrompt' : 'prompts.errors.notSimulated')
                  : percent(row.shareTrue),
              align: 'end',
            },
          ]}
          rows={errorRates.rules}
          rowId={({ ruleId }) => ruleId}
        />
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
