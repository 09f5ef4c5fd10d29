import { Sparkline } from '#renderer/parts/charts/sparkline.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { gallery } from './words.ts'

const rows = [
  { session: 7, client: 8, therapist: 8 },
  { session: 8, client: 4.5, therapist: 6.5 },
  { session: 9, client: null, therapist: 6 },
]

const courses = [[7, 7.5, 8, 4.5, 6, 7.5, 8], [9, null, null, 6, null, 7], [5], [null, null]]

/** A table, tags and sparklines. */
export function GalleryData() {
  return (
    <Stack gap={24}>
      <Card title={gallery.data.table}>
        <Table
          caption={gallery.data.caption}
          rows={rows}
          rowId={(row) => String(row.session)}
          columns={[
            {
              id: 'session',
              header: gallery.data.session,
              cell: (row) => row.session,
              isRowHeader: true,
            },
            {
              id: 'client',
              header: gallery.data.client,
              cell: (row) => row.client ?? gallery.data.missing,
              align: 'end',
            },
            {
              id: 'therapist',
              header: gallery.data.therapist,
              cell: (row) => row.therapist,
              align: 'end',
            },
          ]}
        />
      </Card>
      <Card title={gallery.data.tags}>
        <Stack direction="row" gap={8}>
          <Tag>{gallery.data.plain}</Tag>
          <Tag kind="rupture" icon="flag">
            {gallery.data.rupture}
          </Tag>
          <Tag kind="repair" icon="check">
            {gallery.data.repair}
          </Tag>
          <Tag kind="missing">{gallery.data.missing}</Tag>
          <Tag kind="risk" icon="caution">
            {gallery.data.risk}
          </Tag>
          <Tag kind="sample" icon="leaf">
            {gallery.data.sample}
          </Tag>
        </Stack>
      </Card>
      <Card title={gallery.data.sparklines}>
        {courses.map((values) => (
          <div key={values.join()}>
            <Sparkline label={gallery.data.sparkline(values.length)} values={values} scaleTop={10} />
          </div>
        ))}
      </Card>
    </Stack>
  )
}
