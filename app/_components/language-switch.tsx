import { useLocale, useTranslations } from 'next-intl'

/** What a form here is posted to: a server action. */
export type FormAction = (form: FormData) => void | Promise<void>

/** Offers the other language under its own name. Posts `language` (`sv` or `en`); works without script. */
export function LanguageSwitch({ action }: { action: FormAction }) {
  const other = useLocale() === 'sv' ? 'en' : 'sv'
  const words = useTranslations('common')
  return (
    <form action={action}>
      <button
        type="submit"
        name="language"
        value={other}
        lang={other}
        className="button button-quiet language"
      >
        {words('otherLanguage')}
      </button>
    </form>
  )
}
