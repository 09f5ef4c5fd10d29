import * as areas from './areas.ts'

/** Every word of the interface, by area. Content (instruments, evidence, rules) has its own words. */
export const english = areas
