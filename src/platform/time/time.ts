/** Time in one import: the clock, promised times, dates and times in words, days and ages. */
export { addDays, ageOn, daysBetween, daysLeft, isDate } from '../../domain/date.ts'
export { type Clock, dayIn, inZone, isZone, systemClock, wallIn } from './clock.ts'
export { type DateStyle, formatDate, formatDateTime, formatDeadline, formatTime, formatWall } from './format.ts'
export { MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from './names.ts'
export { clockLabel, offsetLabel, type PromisedInstant, type PromisedTime, promisedInstant } from './promise.ts'
export { formatRange, formatTimeRange, type RangeStyle } from './range.ts'
