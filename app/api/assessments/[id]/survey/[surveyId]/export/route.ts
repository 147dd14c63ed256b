import { downloadSurvey } from '../../../../../../_server/survey-download.ts'

/** The counts of one closed survey of the assessment, the latest or an earlier one. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; surveyId: string }> },
): Promise<Response> {
  const { id, surveyId } = await params
  return downloadSurvey(request, id, surveyId)
}
