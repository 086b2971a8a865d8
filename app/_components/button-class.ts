/** How much a button asks for attention; one `primary` on a page. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'button button-primary',
  secondary: 'button',
  quiet: 'button button-quiet',
  danger: 'button button-danger',
}

/** Gives the class names of a button's look, with more added. */
export function buttonClass(look: ButtonLook = 'secondary', more?: string): string {
  return more === undefined ? looks[look] : `${looks[look]} ${more}`
}
