/** The frame of a practice prompt; what it says comes from its rule. */
export const prompts = {
  title: 'Worth a thought',
  none: 'Nothing suggests itself from these ratings. A prompt appears only where a documented rule finds its numbers.',
  because: 'Because',
  youCould: 'You could',
  evidence: 'Evidence',
  cantTell: 'What it can’t tell you',
  seeFinding: 'Read the finding: {{citation}}',
  also: 'See also',
  showRule: 'Show rule',
  ruleName: 'Rule {{id}}, version {{version}}',
  number_one: '{{label}}: {{value, number(maximumFractionDigits: 2)}} (1 rating or session)',
  number_other: '{{label}}: {{value, number(maximumFractionDigits: 2)}} (from {{count}})',
} as const
