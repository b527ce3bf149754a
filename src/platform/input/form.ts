/** Forms in one import: read the body, then parse it by a schema of fields. */
export { type Body, type BodyReading, type BodyRefusal, readBody, readFileBody } from './body.ts'
export { cleanLine, cleanText, latinDigits } from './clean.ts'
export { readClock } from './clock.ts'
export { isMobile } from './contact.ts'
export { type DateBoxes, readDate } from './date.ts'
export { choice, choices, consent, flag, uuid, version } from './choices.ts'
export { date, decimal, email, type Field, field, integer, issue, line, longText, money, phone, text, url } from './fields.ts'
export { type FieldError, type Parsed, parse } from './parse.ts'
export {
  INPUT_ERROR_CODES,
  type InputErrorCode,
  type InputErrorDetails,
  type Problem,
  problem,
  type Reading,
  read,
} from './problem.ts'
