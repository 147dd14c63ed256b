export const matter = {}
