import { useLocation, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { unpackOverview } from '#shared/overview/packed-overview.ts'
import { clientIdSchema, type ClientId } from '#shared/records/ids.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { Drafted } from '#renderer/lib/drafted.tsx'
import { useNoteOpenClient } from '#renderer/lib/open-client.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { questionDraftSchema, ReportMaker } from './report-maker.tsx'

/** Makes a report about one client: chooses its kind and parts, shows it as it will be printed, and saves it as PDF. */
export function ReportScreen() {
  const { clientId } = useParams({ from: '/clients/$clientId/report' })
  return <ReportOfClient clientId={clientIdSchema.parse(clientId)} />
}

function ReportOfClient({ clientId }: { clientId: ClientId }) {
  const { t } = useTranslation()
  useNoteOpenClient(clientId)
  const page = { title: t('reports.title') }
  const loading = t('reports.loading')
  const overview = useAsk('clients.overview', { id: clientId })
  const record = useAsk('reports.read', { clientId })
  const agenda = useAsk('supervision.ofClient', { clientId })
  const isForSupervision = useLocation().hash === 'supervision'
  const unpacked = useMemo(
    () => (overview.data === undefined ? null : unpackOverview(overview.data)),
    [overview.data],
  )
  return (
    <Loaded query={overview} loading={loading} page={page}>
      {() => (
        <Loaded query={together({ read: record, agenda })} loading={loading} page={page}>
          {({ read, agenda: items }) =>
            unpacked === null ? null : (
              <Drafted
                form="report-question"
                subject={clientId}
                clientId={clientId}
                schema={questionDraftSchema}
              >
                {(draft) => (
                  <ReportMaker
                    record={read}
                    overview={unpacked}
                    draft={draft}
                    firstKind={isForSupervision ? 'supervision' : 'file'}
                    firstQuestion={items
                      .map(({ question }) => question)
                      .filter((question) => question !== '')
                      .join('\n')}
                  />
                )}
              </Drafted>
            )
          }
        </Loaded>
      )}
    </Loaded>
  )
}
