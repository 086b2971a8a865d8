import type { ICUArgs } from 'use-intl/core'

/** The keys of a message tree with any words: `as const satisfies Shape<typeof source>` finds missing and extra keys. */
export type Shape<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Shape<Source[Key]>
}

type Arguments<Message extends string> = keyof ICUArgs<
  Message,
  { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: Date }
>

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

/** The paths at which a translation takes other ICU arguments than its source; `never` when all agree. */
export type ArgumentFaults<Source, Translation, Path extends string = ''> = {
  [Key in keyof Source & keyof Translation & string]: Source[Key] extends string
    ? Translation[Key] extends string
      ? Same<Arguments<Source[Key]>, Arguments<Translation[Key]>> extends true
        ? never
        : `${Path}${Key}`
      : `${Path}${Key}`
    : ArgumentFaults<Source[Key], Translation[Key], `${Path}${Key}.`>
}[keyof Source & keyof Translation & string]

/** Compiles only when nothing is at fault; otherwise the compiler names the paths. */
export type NoFaults<Faults extends never> = Faults
