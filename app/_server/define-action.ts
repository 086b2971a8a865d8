import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { describeError } from '#lib/adapters/log.ts'
import { newId } from '#lib/core/ids.ts'
import { faultParams } from '#lib/i18n/fault-params.ts'
import { isDemandFault } from '#lib/i18n/own-words.ts'
import { ruleMessage } from '#lib/i18n/rules/rule-message.ts'
import { type ActionState, type FieldFault, idle, type TypedValues } from './action-state.ts'
import { container } from './container.ts'
import { demandSentence } from './demand-sentence.ts'
import { type ContextOf, contextFor, type Who } from './session.ts'

type CodedFault = { field: string; code: string; params?: Readonly<Record<string, string | number>> }

/** What `run` may come back with: a value, or a closed code; with a list of faults, each at its field. */
type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly details?: readonly CodedFault[] | undefined }

type Definition<Kind extends Who, Schema extends z.ZodType, Value> = {
  who: Kind
  schema: Schema
  /** A further condition on who may; false is answered like a wrong `who`. */
  may?: (ctx: ContextOf<Kind>, input: z.output<Schema>) => boolean | Promise<boolean>
  run: (ctx: ContextOf<Kind>, input: z.output<Schema>) => Promise<Outcome<Value>>
  /** After a success: revalidate, set a cookie, go to another page. */
  then?: (value: Value, input: z.output<Schema>) => void | Promise<void>
}

/** A server action as a form uses it through `useActionState`. */
export type Action<Value> = (previous: ActionState<Value>, form: FormData) => Promise<ActionState<Value>>

/**
 * Makes a server action. Always in this order: who → parse (strict) → may → run → then → closed result. Every
 * export of a `'use server'` file is made here. Nothing thrown reaches the browser: an unexpected error becomes
 * `broken` with a reference number that the log has too.
 */
export function defineAction<Kind extends Who, Schema extends z.ZodType, Value>(
  definition: Definition<Kind, Schema, Value>,
): Action<Value> {
  return async (_previous, form) => {
    // Whoever posts by hand may send anything; a form sends a form.
    if (!(form instanceof FormData)) return refused('unreadable', {})
    const values = typedValues(form)
    const attempt = await perform(definition, form, values)
    if ('state' in attempt) return attempt.state
    try {
      await definition.then?.(attempt.done.value, attempt.done.input)
      return { status: 'ok', value: attempt.done.value }
    } catch (error) {
      // A redirect is thrown too, and goes on.
      unstable_rethrow(error)
      return broken(error, values)
    }
  }
}

type Attempt<Value, Input> = { done: { value: Value; input: Input } } | { state: ActionState<Value> }

async function perform<Kind extends Who, Schema extends z.ZodType, Value>(
  { who, schema, may, run }: Definition<Kind, Schema, Value>,
  form: FormData,
  values: TypedValues,
): Promise<Attempt<Value, z.output<Schema>>> {
  try {
    const began = performance.now()
    const ctx = await contextFor(who)
    if (!ctx) return { state: await refused('signed-out', values) }
    const parsed = schema.safeParse(toObject(form))
    if (!parsed.success) return { state: await invalid(parsed.error.issues.map(toFault), values) }
    if (may && !(await may(ctx, parsed.data))) return { state: await refused('not-allowed', values) }
    const outcome = await run(ctx, parsed.data)
    ctx.log.info(
      {
        requestId: (await headers()).get('x-request-id'),
        who,
        ...('userId' in ctx ? { userId: ctx.userId } : {}),
        outcome: outcome.ok ? 'ok' : outcome.code,
        milliseconds: Math.round(performance.now() - began),
      },
      'action',
    )
    if (outcome.ok) return { done: { value: outcome.value, input: parsed.data } }
    return {
      state: outcome.details ? await invalid(outcome.details, values) : await refused(outcome.code, values),
    }
  } catch (error) {
    return { state: await broken(error, values) }
  }
}

/** zod's message is the fault's code; its place is the field. */
function toFault(issue: z.core.$ZodIssue): CodedFault {
  const params = 'params' in issue ? (issue.params as CodedFault['params']) : undefined
  const known = /^[a-z][a-z0-9-]*$/.test(issue.message)
  return {
    field: issue.path.join('.'),
    code: known ? issue.message : 'unreadable',
    ...(params ? { params } : {}),
  }
}

async function invalid(faults: readonly CodedFault[], values: TypedValues): Promise<ActionState<never>> {
  const said: FieldFault[] = []
  for (const { field, code, params } of faults) {
    if (!said.some((fault) => fault.field === field))
      said.push({ field, code, message: await words(code, params), ...(params ? { params } : {}) })
  }
  return { status: 'invalid', faults: said, values }
}

async function refused(code: string, values: TypedValues): Promise<ActionState<never>> {
  return { status: 'refused', code, message: await words(code), values }
}

async function broken(error: unknown, values: TypedValues): Promise<ActionState<never>> {
  const reference = (await headers()).get('x-request-id') ?? newId()
  const t = await getTranslations('errors')
  try {
    const { log } = await container()
    log.error({ reference, ...describeError(error) }, 'action broken')
  } catch {
    // The container itself could not be opened: the web process has already logged why.
  }
  return { status: 'broken', reference, message: t('broken'), values }
}

async function words(code: string, params?: CodedFault['params']): Promise<string> {
  if (code === 'rule-broken') return ruleMessage(await getLocale(), { id: String(params?.rule ?? '') })
  if (isDemandFault(code)) return demandSentence(code, params ?? {})
  const t = await getTranslations('faults')
  const key = code as Parameters<typeof t>[0]
  return t.has(key) ? t(key, faultParams(params) as never) : t('unreadable')
}

/** Form fields as a plain object; a name ending in `[]` is a list. Next's own fields are left out. */
function toObject(form: FormData): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    if (name.endsWith('[]')) object[name.slice(0, -2)] = form.getAll(name)
    else object[name] = form.get(name)
  }
  return object
}

function typedValues(form: FormData): TypedValues {
  const values: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(toObject(form))) {
    if (/password|token/i.test(name)) continue
    if (typeof value === 'string') values[name] = value
    if (Array.isArray(value)) values[name] = value.filter((item) => typeof item === 'string')
  }
  return values
}

/** A server action for a plain form (`<form action>`) that shows no result of its own: language, theme, sign-out. */
export function defineCommand<Kind extends Who, Schema extends z.ZodType, Value>(
  definition: Definition<Kind, Schema, Value>,
): (form: FormData) => Promise<void> {
  const action = defineAction(definition)
  return async (form) => {
    await action(idle, form)
  }
}
