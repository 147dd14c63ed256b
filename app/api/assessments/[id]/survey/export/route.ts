import { downloadSurvey } from '../../../../../_server/survey-download.ts'

/** The counts of the latest survey. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return downloadSurvey(request, (await params).id, null)
}
