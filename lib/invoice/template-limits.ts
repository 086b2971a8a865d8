/** How many templates a company may have where nothing else is configured (S26). */
export const maxTemplates = 10

/** The longest name of a template. */
export const maxTemplateName = 120
