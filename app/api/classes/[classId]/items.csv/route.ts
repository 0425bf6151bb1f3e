import { answerTable } from '@/app/classes/table-download'

type Context = { params: Promise<{ classId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerTable(request, (await params).classId, 'items')
}
