export const economics = {}
