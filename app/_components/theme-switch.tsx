import { useTranslations } from 'next-intl'
import type { FormAction } from './language-switch.tsx'

/** How the pages look: as the device says, always light, always dark. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const choices = [
  { value: 'system', word: 'themeSystem' },
  { value: 'light', word: 'themeLight' },
  { value: 'dark', word: 'themeDark' },
] as const satisfies readonly { value: ThemeChoice; word: string }[]

/** System, Ljust, Mörkt. Posts `theme`; works without script. */
export function ThemeSwitch({ action, current }: { action: FormAction; current: ThemeChoice }) {
  const words = useTranslations('common')
  return (
    <form action={action}>
      <fieldset>
        <legend className="mb-1 text-label font-semibold">{words('theme')}</legend>
        <div className="flex flex-wrap gap-2">
          {choices.map(({ value, word }) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={value === current}
              className="button"
            >
              {words(word)}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}
