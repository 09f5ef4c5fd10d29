import { useTranslation } from 'react-i18next'
import { Sparkline } from '#renderer/parts/charts/sparkline.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Tag } from '#renderer/ui/tag.tsx'

const rows = [
  { session: 7, client: 8, therapist: 8 },
  { session: 8, client: 4.5, therapist: 6.5 },
  { session: 9, client: null, therapist: 6 },
]

const courses = [[7, 7.5, 8, 4.5, 6, 7.5, 8], [9, null, null, 6, null, 7], [5], [null, null]]

/** A table, tags and sparklines. */
export function GalleryData() {
  const { t } = useTranslation()
  return (
    <Stack gap={24}>
      <Card title={t('gallery.data.table')}>
        <Table
          caption={t('gallery.data.caption')}
          rows={rows}
          rowId={(row) => String(row.session)}
          columns={[
            {
              id: 'session',
              header: t('gallery.data.session'),
              cell: (row) => row.session,
              isRowHeader: true,
            },
            {
              id: 'client',
              header: t('gallery.data.client'),
              cell: (row) => row.client ?? t('gallery.data.missing'),
              align: 'end',
            },
            {
              id: 'therapist',
              header: t('gallery.data.therapist'),
              cell: (row) => row.therapist,
              align: 'end',
            },
          ]}
        />
      </Card>
      <Card title={t('gallery.data.tags')}>
        <Stack direction="row" gap={8}>
          <Tag>{t('gallery.data.plain')}</Tag>
          <Tag kind="rupture" icon="flag">
            {t('gallery.data.rupture')}
          </Tag>
          <Tag kind="repair" icon="check">
            {t('gallery.data.repair')}
          </Tag>
          <Tag kind="missing">{t('gallery.data.missing')}</Tag>
          <Tag kind="risk" icon="caution">
            {t('gallery.data.risk')}
          </Tag>
          <Tag kind="sample" icon="leaf">
            {t('gallery.data.sample')}
          </Tag>
        </Stack>
      </Card>
      <Card title={t('gallery.data.sparklines')}>
        {courses.map((values) => (
          <div key={values.join()}>
            <Sparkline
              label={t('gallery.data.sparkline', { count: values.length })}
              values={values}
              scaleTop={10}
            />
          </div>
        ))}
      </Card>
    </Stack>
  )
}
