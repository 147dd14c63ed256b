import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '../../lib/ui/sign-in-form.tsx'
import { setLocale } from '../_server/locale-action.ts'
import { currentActor } from '../_server/session.ts'
import { signIn } from '../_server/sign-in.ts'
import { translator } from '../_server/translate.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('workbench'))('signIn.title') }
}

export default async function SignInPage() {
  if (await currentActor()) redirect('/')
  return <SignInForm signIn={signIn} setLocale={setLocale} />
}
