/**
 * Runs something once the pointer is up again, or at once if none is down. What is shown when a field is left (a
 * message comes or goes) moves what is below it; a button that moves between press and release gets no click.
 */
export function afterPress(run: () => void): void {
  if (!pressed) {
    run()
    return
  }
  const release = () => {
    document.removeEventListener('pointerup', release, true)
    document.removeEventListener('pointercancel', release, true)
    // The click comes right after the release; this comes after the click.
    setTimeout(run)
  }
  document.addEventListener('pointerup', release, true)
  document.addEventListener('pointercancel', release, true)
}

let pressed = false

if (typeof document !== 'undefined') {
  const note = (down: boolean) => () => {
    pressed = down
  }
  document.addEventListener('pointerdown', note(true), true)
  document.addEventListener('pointerup', note(false), true)
  document.addEventListener('pointercancel', note(false), true)
}
