/** Shows a letter's text in its paragraphs and lines, with its addresses as links. */
export function LetterText({ text }: { text: string }) {
  return (
    <div className="grid gap-3">
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line break-words">
            {paragraph.split(/(https?:\/\/\S+)/).map((part) =>
              /^https?:\/\//.test(part) ? (
                <a key={part} href={part} className="break-all">
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        ))}
    </div>
  )
}
