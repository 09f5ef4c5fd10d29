/** The questions of After in their order, in the groups that digits alone lead through. */
export const alliance = [
  'What my client wants to change',
  /^The point of what we do/,
  /^How it felt for my client/,
  'Working together today',
  'How my client felt today',
  /^Supportive/,
  /^Inadequate/,
]
export const emotions = ['Sad', 'Angry', 'Afraid', 'Ashamed', 'Happy', 'Calm', 'Hopeful']
