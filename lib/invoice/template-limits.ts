/** How many templates a company may have where nothing else is configured (S26). */
export const maxTemplates = 10

/** The longest name of a template. */
export const maxTemplateName = 120

/** The greatest draft a form may send, in bytes of JSON: what fits in one post (Next takes 1 MB). */
export const maxTemplateText = 900_000
