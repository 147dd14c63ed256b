export const dimensions = {}
