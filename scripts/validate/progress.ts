/** How far a long run has come. */
export type Progress = { readonly step: () => void; readonly end: () => void }

const width = 30

/** A bar on standard error while many files are judged; silent for few, for programs, and where nobody looks. */
export function makeProgress(total: number, isForPrograms: boolean): Progress {
  let done = 0
  const isShown = !isForPrograms && process.stderr.isTTY && total >= 20
  const draw = () => {
    const filled = Math.round((done / total) * width)
    process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}`)
  }
  return {
    step: () => {
      done += 1
      if (isShown && (done % 10 === 0 || done === total)) draw()
    },
    end: () => {
      if (isShown) process.stderr.write(`\r${' '.repeat(width + 20)}\r`)
    },
  }
}
