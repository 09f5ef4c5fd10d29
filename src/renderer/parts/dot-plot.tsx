import styles from './dot-plot.module.css'

const width = 176
const height = 20
const margin = 8

/** Draws both answers to one item on a line. Decoration, since the numbers are beside it. */
export function DotPlot({
  item: { minimum, maximum, therapist, client },
  size = 'regular',
}: {
  item: {
    readonly minimum: number
    readonly maximum: number
    readonly therapist: number | null
    readonly client: number | null
  }
  /** `large` fills the width that there is. */
  size?: 'regular' | 'large'
}) {
  const place = (value: number) => margin + ((value - minimum) / (maximum - minimum)) * (width - 2 * margin)
  return (
    <svg
      className={styles[size]}
      viewBox={`0 0 ${width} ${height}`}
      {...(size === 'regular' ? { width, height } : {})}
      aria-hidden="true"
    >
      <line className={styles['axis']} x1={margin} x2={width - margin} y1={height / 2} y2={height / 2} />
      {[minimum, (minimum + maximum) / 2, maximum].map((value) => (
        <line key={value} className={styles['axis']} x1={place(value)} x2={place(value)} y1={7} y2={13} />
      ))}
      {client === null ? null : (
        <circle className={styles['client']} cx={place(client)} cy={height / 2} r={5} />
      )}
      {therapist === null ? null : (
        <rect
          className={styles['therapist']}
          x={place(therapist) - 6}
          y={height / 2 - 6}
          width={12}
          height={12}
        />
      )}
    </svg>
  )
}
