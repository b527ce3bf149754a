/**
 * Endpoints of the JSON API, each with its entry in the OpenAPI document. They run the very commands and queries of the
 * pages; a refusal is the same code, worded in the language asked for, as `{ "refused": { "code", "sentence", … } }`.
 */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Refused, Result } from '../../domain/result.ts'
import { cleanText } from '../input/clean.ts'
import { type AppContext, type AppEnv, request, signedIn } from './context.ts'
import type { Language } from '../../domain/language.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import type { Database } from '../database/database.ts'

export { z } from '@hono/zod-openapi'
export type Api = OpenAPIHono<AppEnv>

/** Room for a whole edition file. */
const LIMIT = 4 * 1024 * 1024

const refusal = z
  .object({
    refused: z.object({
      code: z.string().openapi({ example: 'application/incomplete' }),
      sentence: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
      fields: z.array(z.object({ path: z.string(), says: z.string() })).optional(),
    }),
  })
  .openapi('Refusal')

type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422

/** Routes of one feature, relative to `/api/v1`. */
export function api(): Api {
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (outcome, c) => {
      if (outcome.success) return undefined
      const fields = outcome.error.issues.map((issue) => ({ path: issue.path.join('.'), says: issueSentence(issue, c.var.says) }))
      return c.json({ refused: { code: 'api/unreadable-input', sentence: c.var.says('refusal.api/unreadable-input'), fields } }, 422)
    },
  })
  routes.use(
    bodyLimit({
      maxSize: LIMIT,
      onError: (c) => c.json({ refused: { code: 'page/too-large', sentence: c.var.says('refusal.api/too-large', { bytes: LIMIT }) } }, 413),
    }),
  )
  return routes
}

/** What is wrong with one field of what a program sent; what a rule of ours says of it, as it says it. */
function issueSentence(issue: z.core.$ZodIssue, says: AppEnv['Variables']['says']): string {
  switch (issue.code) {
    case 'invalid_type':
      return says('api.field.type', { expected: issue.expected })
    case 'too_small':
      return says('api.field.least', { least: String(issue.minimum) })
    case 'too_big':
      return says('api.field.most', { most: String(issue.maximum) })
    case 'invalid_value':
      return says('api.field.values', { values: issue.values.map(String).join(', ') })
    case 'unrecognized_keys':
      return says('api.field.unknown', { names: issue.keys.join(', ') })
    case 'custom':
      return issue.message
    default:
      return says('api.field.form')
  }
}

export interface Endpoint<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'patch'
  /** '/editions/{edition}' */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** What a good answer holds. */
  readonly answers: z.ZodType
  /** Whether anyone may ask, without a token. */
  readonly open?: true
}

export interface Input<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

/** Adds an endpoint. `run` answers a value to send, or null for what does not exist or is not the viewer's to see. */
export function endpoint<Params extends z.ZodObject = z.ZodObject, Query extends z.ZodObject = z.ZodObject, Body extends z.ZodType = z.ZodType>(
  routes: Api,
  of: Endpoint<Params, Query, Body>,
  run: (c: AppContext, input: Input<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Response | object | null>,
): void {
  const described = (description: string) => ({ description, content: { 'application/json': { schema: refusal } } })
  const route = createRoute({
    method: of.method,
    path: of.path,
    tags: [of.tag],
    summary: of.summary,
    security: of.open ? [] : [{ token: [] }],
    request: {
      ...(of.params === undefined ? {} : { params: of.params }),
      ...(of.query === undefined ? {} : { query: of.query }),
      ...(of.body === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: of.body } } } }),
    },
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: of.answers } } },
      ...(of.open ? {} : { 401: described('No token, or one that no longer holds.'), 403: described('The token may only read.') }),
      404: described('It does not exist, or it is not yours: the answer is the same.'),
      409: described('It was done before, or something it rests on has changed.'),
      422: described('Refused: the code says why, the sentence says it in words.'),
    },
  })
  routes.openapi(route, (async (c: AppContext) => {
    if (!of.open && c.var.viewer.person === null)
      return refuse(c, { ok: false, code: 'api/no-token', details: {} }, () => c.var.says('refusal.api/no-token'), 401)
    const valid = (c.req as unknown as { valid(part: string): unknown }).valid.bind(c.req)
    const input = {
      params: of.params === undefined ? {} : valid('param'),
      query: of.query === undefined ? {} : valid('query'),
      body: of.body === undefined ? undefined : valid('json'),
    } as Input<z.output<Params>, z.output<Query>, z.output<Body>>
    const answer = await run(c, input)
    if (answer === null) return refuse(c, { ok: false, code: 'page/not-found', details: {} }, () => c.var.says('refusal.api/not-found'), 404)
    return answer instanceof Response ? answer : c.json(answer as never, 200)
  }) as never)
}

/** Words of a feature: the sentence of a refusal. */
export type Says = (refusal: Refused) => string

/** The value of a command, or its refusal with the status it stands for. */
export function outcome<Value>(
  c: AppContext,
  result: Result<Value>,
  says: Says,
  shape: (value: Value) => object = (value) => (value ?? {}) as object,
): Response {
  return result.ok ? c.json(shape(result.value) as never, 200) : refuse(c, result, says, statusOf(result.code))
}

/** What a command is given: the database, who acts, and when. */
export interface Acting {
  readonly db: Database
  readonly viewer: SignedIn
  readonly organisation: string
  readonly language: Language
  readonly now: Date
}

/** Adds endpoints that run a command of one feature; `says` words its refusals. A command answers null for what does not exist. */
export function acts(routes: Api, tag: string, says: (language: Language) => Says) {
  return <Params extends z.ZodObject = z.ZodObject, Body extends z.ZodType = z.ZodType>(
    method: 'post' | 'put' | 'patch',
    path: string,
    summary: string,
    shapes: { readonly params?: Params; readonly body?: Body },
    run: (acting: Acting, input: z.output<Params> & z.output<Body>) => Promise<Result<object | null> | null>,
  ): void =>
    endpoint(routes, { method, path, tag, summary, ...shapes, answers: record() }, async (c, { params, body }) => {
      const { db, organisation, language, now } = request(c)
      const result = await run({ db, viewer: signedIn(c), organisation, language, now }, { ...params, ...(body as object) } as z.output<Params> &
        z.output<Body>)
      return result === null ? null : outcome(c, result, says(language))
    })
}

const CHANGED = /\/(stale|already-|inputs-changed|plan-changed|changed|sealed|submitted|withdrawn|letters-prepared)/

function statusOf(code: string): RefusalStatus {
  if (/\/(unknown|not-found|not-allowed|not-holder)$/.test(code)) return 404
  return CHANGED.test(code) ? 409 : 422
}

function refuse(c: AppContext, refusal: Refused, says: Says, status: RefusalStatus): Response {
  const { code, details } = refusal
  return c.json({ refused: { code, sentence: says(refusal), ...(Object.keys(details).length === 0 ? {} : { details }) } } as never, status)
}

/** A record's id in an address. */
export const id = () => z.string().uuid().openapi({ example: '01890a5d-ac96-774b-bcce-b302099a8057' })
/** An edition in an address: its slug. */
export const slug = () => z.string().min(1).max(60).openapi({ example: '2024' })
/** A text as people write it, made plain as the forms of the pages do: nothing invisible, no control characters. */
export const words = (max: number) => z.string().max(max).overwrite(cleanText)
/** The same in the three languages. */
export const trilingual = (max: number) => z.object({ ar: words(max), fr: words(max), en: words(max) })
/** An amount, never negative: '30000' or '30000.50'. */
export const amount = () =>
  z
    .string()
    .regex(/^\d{1,12}(?:\.\d{1,2})?$/)
    .openapi({ example: '30000.00' })
/** A moment in ISO 8601 with its distance from UTC. */
export const instant = () => z.string().datetime({ offset: true }).openapi({ example: '2024-06-01T10:00:00+01:00' })
/** A day: 2024-06-01. */
export const day = () => z.string().date().openapi({ example: '2024-06-01' })
/** A record of the answer whose fields are those of the page. */
export const record = () => z.looseObject({})
