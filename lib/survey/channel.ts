/**
 * 渠道: the way an answer reaches the survey. An open link can be passed on to anybody; a one-time code answers once; in an
 * assisted interview an official reads out and writes down; paper is entered afterwards. They are counted apart, because
 * they differ in who is reached and in how freely people speak.
 */
export const CHANNELS = ['open-link', 'code', 'assisted', 'paper'] as const
export type Channel = (typeof CHANNELS)[number]
